-- file: 20250101000000_create.sql
create table t (a integer, b integer, c integer, d integer);
-- finding: `i1`
create index i1 on t (a, b, c, d);
create unique index i2 on t (a, b, c, d);
create index i3 on t (a, b, c) include (d);
