-- file: 20250101000000_create.sql
create table t (a boolean, b bool, c integer);
-- finding: `i1`
create index i1 on t (a);
create index i2 on t (a, c);
create index i3 on t (a) where not a;
-- finding: `i4`
create index i4 on public.t using btree (b desc);
