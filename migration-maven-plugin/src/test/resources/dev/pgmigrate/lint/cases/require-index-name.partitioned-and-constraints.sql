-- file: 20250101000000_create.sql
create table t (a integer, b integer unique);
-- finding: `t`
create index on t (a);
-- finding: `public.t`
create unique index on only public.t (lower(a::text));
create index "I" on t (b);
