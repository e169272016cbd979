-- kind: GrantStmt
grant select on t to app;
grant all on t, s.u to public;
grant all privileges (a, b) on table only_t to app, group staff, current_user, session_user with grant option granted by current_role;
grant select (a), insert, update (b, c), references (d), delete, truncate, trigger, maintain on t to app;
grant usage on sequence q, s.r to app;
grant usage on schema s, u to app;
grant create, connect, temporary on database d to app;
grant execute on function f(int), s.g, left to app;
grant execute on procedure p() to app;
grant execute on routine r to app;
grant usage on foreign data wrapper w to app;
grant usage on foreign server v to app;
grant usage on language l to app;
grant usage on domain s.d to app;
grant usage on type s.t to app;
grant create on tablespace t to app;
grant set, alter system on parameter work_mem, x.y to app;
grant select on large object 1, 2 to app;
grant select on all tables in schema s, u to app;
grant usage on all sequences in schema s to app;
grant execute on all functions in schema s to app;
grant execute on all procedures in schema s to app;
grant execute on all routines in schema s to app;
grant select on sequence to app;
grant select on type, domain, function, s.schema to app;
revoke select on t from app;
revoke grant option for all privileges on all tables in schema s from app, public granted by app cascade;
revoke all on schema s from public restrict;
-- kind: GrantRoleStmt
grant admins to app;
grant admins, staff to app, current_user with admin option granted by owner;
grant admins to app with inherit true, set false, admin option;
revoke admins from app;
revoke admin option for admins, staff from app granted by session_user cascade;
revoke inherit option for admins from app restrict;
-- kind: AlterDefaultPrivilegesStmt
alter default privileges grant select on tables to app;
alter default privileges for role a, b in schema s, t revoke grant option for execute on functions from public cascade;
alter default privileges in schema s for user a grant all privileges on routines to group app with grant option;
alter default privileges grant usage on sequences to app;
alter default privileges revoke usage on types from public restrict;
alter default privileges grant create on schemas to app;
alter default privileges grant select on large objects to app;
-- kind: CreateRoleStmt
create role app;
create role app with superuser nosuperuser createdb nocreatedb createrole nocreaterole inherit noinherit login nologin replication noreplication
    bypassrls nobypassrls connection limit -1 password 'x' password null encrypted password 'y' valid until 'infinity' in role a, b in group c role d admin e user f sysid 10;
create user app login;
create group app with user a, b;
create user mapping;
-- kind: AlterRoleStmt
alter role app;
alter role app with login password 'x' valid until '2030-01-01' connection limit 5 user a;
alter user current_user nologin;
alter group app add user a, b;
alter group current_role drop user a;
-- kind: AlterRoleSetStmt
alter role app set search_path to s, public;
alter role all in database d set x.y = 1, on, 'z';
alter user app in database d reset all;
alter role session_user reset work_mem;
alter role all set timezone from current;
-- kind: DropRoleStmt
drop role app;
drop user if exists app, current_user;
drop group a, b;
drop user mapping;
-- kind: ReassignOwnedStmt
reassign owned by a, current_user to b;
-- kind: DropOwnedStmt
drop owned by a, b cascade;
drop owned by session_user;
-- kind: CreatedbStmt
create database d;
create database d with owner = app template template0 encoding 'utf8' lc_collate = 'C' connection limit 5 is_template = true tablespace default location = 'x' strategy wal_log oid = 12345 allow_connections on;
-- kind: AlterDatabaseStmt
alter database d;
alter database d with connection limit 5 is_template true;
alter database d allow_connections = off;
alter database d owner = app;
alter database d set tablespace fast;
-- kind: AlterDatabaseRefreshCollStmt
alter database d refresh collation version;
-- kind: AlterDatabaseSetStmt
alter database d set work_mem = '1MB';
alter database d set tablespace to x;
alter database d reset all;
-- kind: DropdbStmt
drop database d;
drop database if exists d with (force);
drop database d (force, force);
-- kind: CreateTableSpaceStmt
create tablespace t location '/x';
create tablespace t owner current_user location '/x' with (random_page_cost = 1.1);
-- kind: AlterTableSpaceOptionsStmt
alter tablespace t set (seq_page_cost = 2);
alter tablespace t reset (seq_page_cost);
-- kind: DropTableSpaceStmt
drop tablespace t;
drop tablespace if exists t;
-- kind: AlterSystemStmt
alter system set work_mem to '1MB', '2MB';
alter system set x.y = default;
alter system reset work_mem;
alter system reset all;
