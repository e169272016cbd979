-- runner: psql
-- file: 20250101000000_create.sql
set lock_timeout = '2s';
begin;
create table notes (id bigint primary key);
commit;
alter table notes add column body text;
begin;
set local lock_timeout = '1s';
create table tags (id bigint primary key);
commit;
alter table notes add column title text;
