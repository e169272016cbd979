-- file: 20250101000000_create.sql
create procedure p() language sql as 'select 1';
create procedure "P"(a integer) language sql as 'select 1';
-- finding: `call p()`
call p();
-- finding: public."P"
call public."P"(a => 1);
select 1;
