-- postgres: 14+
-- refused: 42701, 42710, 42P06, 42P07
-- file: 20250101000000_pairs.sql
create table a (id bigint constraint a_one check (id > 0) constraint a_two check (id < 9), name text);
create table b (id bigint);
create schema one;
create schema two;
create type mood as enum ('calm', 'tense');
create type pair as (a int, b text);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t_one before insert on a for each row execute function f();
create trigger t_two before insert on a for each row execute function f();
create policy p_one on a;
create policy p_two on a;
create view v as select 1 as x;
create rule v_insert as on insert to v do instead nothing;
create type announced;
-- file: 20250102000000_renames.sql
-- finding: name `b` was already taken
alter table a rename to b;
-- finding: name `name` was already taken
alter table a rename column id to name;
-- finding: name `a_two` was already taken
alter table a rename constraint a_one to a_two;
-- finding: name `t_two` was already taken
alter trigger t_one on a rename to t_two;
-- finding: name `p_two` was already taken
alter policy p_one on a rename to p_two;
-- finding: name `_RETURN` was already taken
alter rule v_insert on v rename to "_RETURN";
-- finding: name `two` was already taken
alter schema one rename to two;
-- finding: name `b` was already taken
alter type pair rename attribute a to b;
-- finding: `mood.tense` was already created
alter type mood rename value 'calm' to 'tense';
-- finding: type `announced` was already created
create type announced;
drop table b;
alter table a rename to b;
