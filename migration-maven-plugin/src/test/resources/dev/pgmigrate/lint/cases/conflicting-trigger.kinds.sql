-- postgres: 15+
-- refused: 0A000, 42710
-- file: 20250101000000_tables.sql
create function f() returns trigger language plpgsql as 'begin return new; end';
create table whole (a int) partition by list (a);
create table part_1 partition of whole for values in (1) partition by list (a);
create table part_11 partition of part_1 for values in (1);
create table lone (a int);
create table free (a int);
create trigger own after insert on part_11 for each row execute function f();
create trigger mine after insert on part_11 for each row execute function f();
create trigger every after insert on whole for each row execute function f();
create trigger said after insert on whole for each statement execute function f();
create trigger said after insert on part_1 for each statement execute function f();
create trigger every after insert on lone for each row execute function f();
alter table whole attach partition free for values in (3);
create or replace trigger own after insert on part_11 for each row execute function f();
-- file: 20250102000000_refused.sql
-- finding: has a trigger `every` of its own
alter table whole attach partition lone for values in (2);
-- finding: is that of the table above
create or replace trigger every after insert on part_1 for each row execute function f();
-- finding: is that of the table above
alter trigger every on free rename to always;
-- finding: has a trigger `mine` of its own
create trigger mine after insert on whole for each row execute function f();
-- finding: has a trigger `own` of its own
alter trigger every on whole rename to own;
-- file: 20250103000000_gone.sql
create table all_of_it (a int) partition by list (a);
create table one_of_it partition of all_of_it for values in (1);
create trigger each after insert on all_of_it for each row execute function f();
alter trigger each on all_of_it rename to every;
alter table all_of_it detach partition one_of_it;
create trigger every after insert on one_of_it for each row execute function f();
