-- file: 20250101000000_create.sql
create table t (a integer primary key, b integer not null, c integer);
-- finding: `a`
create index i1 on t (c) where a is not null;
-- finding: `b`
create index i2 on public.t (b) where (b is not null);
create index i3 on t (c) where c is not null;
create index i4 on t (b) where b is not null and c > 0;
