-- postgres: 14+
-- refused: 42883, 42P17
-- file: 20250101000000_functions.sql
create table if not exists notes (id bigint primary key);
create or replace function with_argument(a int) returns int language sql as 'select a';
-- finding: does not return event_trigger
create event trigger watch on ddl_command_start execute function pg_backend_pid();
-- finding: no function `with_argument()`
create trigger note_written before insert on notes for each row execute function with_argument();
-- finding: does not return trigger
create trigger note_read before insert on notes for each row execute function now();
