-- file: 20250101000000_create.sql
create table t (a integer);
create index i1 on t (a);
-- finding: `i2`
create index i2 on t using hash (a);
create table u (a integer, exclude using btree (a with =));
