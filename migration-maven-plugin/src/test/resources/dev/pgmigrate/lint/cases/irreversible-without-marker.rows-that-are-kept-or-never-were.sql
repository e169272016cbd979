-- file: 001_create_users.sql
create table if not exists users (id bigint primary key, fax text, old text);
create table if not exists logs (id bigint primary key);
-- file: 002_move.sql
create table if not exists fax_numbers as select id, fax from users;
alter table users drop column if exists fax;
create temporary table scratch (a int);
drop table scratch;
-- file: rollback/002_move.sql
alter table users add column if not exists fax text;
-- file: 003_drop.sql
insert into logs (id) values (1) on conflict do nothing;
-- finding: The rows in `logs`
truncate logs;
-- file: rollback/003_drop.sql
select 1;
-- file: 004_no_rollback.sql
drop table if exists logs;
