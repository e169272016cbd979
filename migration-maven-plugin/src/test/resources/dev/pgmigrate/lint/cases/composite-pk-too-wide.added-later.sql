-- file: 20250101000000_create.sql
create table a (x integer, y integer, z integer, primary key (x, y, z));
create table b (x integer, y integer, z integer, w integer);
-- finding: `public.b`
alter table b add constraint "Key" primary key (x, y, z, w);
create table c (x integer, y integer, z integer, w integer, unique (x, y, z, w));
