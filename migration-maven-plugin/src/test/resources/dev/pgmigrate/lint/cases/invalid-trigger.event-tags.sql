-- postgres: 14+
-- refused: 42601, 42809
-- file: 20250101000000_triggers.sql
create function f() returns event_trigger language plpgsql as 'begin end';
create function g() returns trigger language plpgsql as 'begin return null; end';
create view v as select 1 as a;
-- finding: no command tag `sandwich`
create event trigger one on ddl_command_start when tag in ('sandwich') execute function f();
-- finding: no command tag `create skunkcabbage`
create event trigger two on ddl_command_start when tag in ('create table', 'create skunkcabbage') execute function f();
-- finding: filters by `tag` twice
create event trigger three on ddl_command_start when tag in ('create table') and tag in ('DROP TABLE') execute function f();
create event trigger four on ddl_command_start when tag in ('create table as', 'ALTER DEFAULT PRIVILEGES', 'grant', 'refresh materialized view', 'drop owned', 'COMMENT', 'create server') execute function f();
-- finding: have no transition tables
create trigger seen after update on v referencing old table as olds for each statement execute function g();
