-- file: 20250101000000_create.sql
create table t (a integer, b text);
-- file: 20250102000000_add.sql
alter table t add column c integer;
-- finding: `t`
alter table public.t add constraint k check (a > 0);
-- file: 20250103000000_add.sql
set local statement_timeout = '5min';
alter table t add constraint l check (a > 1);
-- file: 20250104000000_fresh.sql
create table u (a integer);
create index i on u (a);
