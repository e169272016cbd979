-- postgres: 14+
-- refused: 0A000, 42601, 42809, 42P17
-- file: 20250101000000_tables.sql
create table t (x int);
create view v as select x from t;
create table p (x int) partition by range (x);
create table p_1 partition of p for values from (1) to (10);
create function f() returns trigger language plpgsql as 'begin return new; end';
create function g() returns int language plpgsql as 'begin return 1; end';
-- file: 20250102000000_triggers.sql
-- finding: is a view
create trigger v_before before insert on v for each row execute function f();
create trigger v_statement before insert on v for each statement execute function f();
create trigger v_instead instead of insert on v for each row execute function f();
-- finding: is a table
create trigger t_instead instead of insert on t for each row execute function f();
-- finding: has to fire for each row
create trigger v_when instead of update on v for each row when (old.x > 1) execute function f();
-- finding: TRUNCATE has no rows
create trigger t_truncate before truncate on t for each row execute function f();
create trigger t_new after insert on t referencing new table as n for each row execute function f();
-- finding: Only an AFTER trigger
create trigger t_early before insert on t referencing new table as n for each row execute function f();
-- finding: has one event
create trigger t_two after insert or update on t referencing new table as n for each row execute function f();
-- finding: INSERT has no OLD TABLE
create trigger t_old after insert on t referencing old table as n for each row execute function f();
-- finding: is partitioned
create trigger p_new after insert on p referencing new table as n for each row execute function f();
-- finding: is a child of another table
create trigger p_1_new after insert on p_1 referencing new table as n for each row execute function f();
-- finding: reads OLD
create trigger t_when before insert on t for each row when (old.x > 1) execute function f();
-- finding: cannot contain a query
create trigger t_query before insert on t for each row when (exists (select 1)) execute function f();
-- finding: does not return trigger
create trigger t_int before insert on t for each row execute function g();
-- finding: no event `ddl_command_begin`
create event trigger e on ddl_command_begin execute function f();
