-- file: 20250101000000_create.sql
-- finding: `public.a`
create table a (x boolean, y bigint, z boolean, w bigint);
create table b (y bigint, w bigint, x boolean, z boolean);
create table c (t text, x boolean, y bigint, z boolean, w bigint);
create table d (x boolean, y bigint, z boolean, w bigint);
alter table d drop column x, drop column z;
create table e (id uuid, y bigint);
