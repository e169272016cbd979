-- file: 20250101000000_create.sql
create table t (a integer);
create index i on t (a);
-- file: 20250102000000_index.sql
set lock_timeout = '2s';
drop index if exists j;
create index j on t (a);
comment on index j is 'x';
-- file: 20250103000000_mixed.sql
alter table t add column b integer;
-- finding: `public.t`
create index k on public.t (b);
