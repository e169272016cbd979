-- file: 20250101000000_create.sql
create schema app;
create table t (a integer, b integer);
create statistics both_of_t on a, b from t;
create collation folded from "C";
create text search dictionary words (template = simple);
create function one(a integer) returns integer language sql as 'select 1';
create procedure two(a integer) language sql as 'select 1';
create function three(a integer) returns integer language sql as 'select 1';
-- file: 20250102000000_move.sql
-- finding: statistics
alter statistics both_of_t set schema app;
-- finding: collation `folded`
alter collation folded set schema app;
-- finding: text search dictionary `words`
alter text search dictionary words set schema app;
-- finding: 42883
alter routine one rename to uno;
-- finding: 42883
alter routine two rename to due;
alter function three set schema public;
-- file: 20250103000000_found_on_the_path.sql
create collation plain from "C";
-- file: 20250104000000_found_on_the_path.sql
set search_path = public, app;
alter collation plain set schema app;
-- file: 20250105000000_under_the_new_names.sql
drop statistics app.both_of_t;
drop function uno(integer);
