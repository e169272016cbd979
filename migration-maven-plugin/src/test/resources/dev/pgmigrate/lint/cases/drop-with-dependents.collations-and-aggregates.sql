-- refused: 2BP01
-- file: 20250101000000_collation.sql
-- finding: column `name` on `public.people` depends on the collation `plain` when the file runs again
drop collation if exists plain;
create collation plain from "C";
create table if not exists people (name text collate plain, code text);
create table if not exists things (id bigint, code text);
-- file: 20250102000000_indexed.sql
-- finding: index `people_code` on `public.people` depends on the collation `ordered` when the file runs again
drop collation if exists ordered;
create collation ordered from "C";
create index if not exists people_code on people (code collate ordered);
-- file: 20250103000000_read.sql
-- finding: view `public.sorted` depends on the collation `sorting` when the file runs again
drop collation if exists sorting;
create collation sorting from "C";
create or replace view sorted as select id from things order by code collate sorting;
-- file: 20250104000000_function_of_aggregate.sql
-- finding: aggregate `public.total(int4)` depends on the function `added` when the file runs again
drop function if exists added(int, int);
create function added(a int, b int) returns int language sql immutable as 'select a + b';
create or replace aggregate total(int) (sfunc = added, stype = int);
-- file: 20250105000000_aggregate.sql
create function multiplied(a int, b int) returns int language sql immutable as 'select a * b';
-- finding: view `public.products` depends on the aggregate `product` when the file runs again
drop aggregate if exists product(int);
create aggregate product(int) (sfunc = multiplied, stype = int);
create or replace view products as select product(length(code)) from people;
-- file: 20250106000000_now.sql
-- finding: column `name` on `public.people` depends on the collation `plain`, and
drop collation plain;
-- finding: aggregate `public.total(int4)` depends on the function `added`, and
drop function added(int, int);
-- file: 20250107000000_free.sql
alter table people alter column name type text;
drop collation plain;
drop aggregate if exists total(int);
drop function added(int, int);
