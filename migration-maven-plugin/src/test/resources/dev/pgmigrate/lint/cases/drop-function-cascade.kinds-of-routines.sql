-- file: 20250101000000_create.sql
create function "F"() returns integer language sql as 'select 1';
create procedure p() language sql as 'select 1';
create function gone() returns integer language sql as 'select 1';
-- file: 20250102000000_drop.sql
-- finding: `F`
drop function if exists "F"() cascade;
-- finding: `p`
drop procedure p cascade;
drop function gone;
drop function if exists gone() cascade;
create function here() returns integer language sql as 'select 1';
drop function here() cascade;
