-- file: 20250101000000_create.sql
create table t (a integer[], b text, c text array);
-- finding: `i1`
create index i1 on t (a);
create index i2 on t using gin (a);
create index i3 on t (b, a);
create index i4 on t ((a[1]));
-- finding: `i5`
create index i5 on public.t using btree (c desc);
