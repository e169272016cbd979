-- postgres: 14+
-- refused: 42501
-- runner: psql
-- file: 20250101000000_roles.sql
create role rights_one nologin;
create role rights_two nologin;
create schema if not exists rights;
grant all on schema rights to rights_one, rights_two;
create function rights.fired() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger rights_fired on ddl_command_start execute function rights.fired();
create procedure rights.run() language sql as $$ select 1 $$;
set role rights_one;
call rights.run();
create table rights.above (a int not null);
reset role;
create table rights.below () inherits (rights.above);
alter table rights.below owner to rights_two;
revoke execute on procedure rights.run() from public;
-- finding: no superuser
alter event trigger rights_fired owner to rights_one;
set role rights_one;
-- finding: may not run
call rights.run();
-- finding: does not own `rights.below`
alter table rights.above alter a drop not null;
alter table rights.above alter a set default 1;
reset role;
grant execute on procedure rights.run() to rights_one;
set role rights_one;
call rights.run();
reset role;
