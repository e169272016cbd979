-- runner: psql
-- file: 20250101000000_create.sql
begin;
set local idle_in_transaction_session_timeout = '1min';
create table a (id bigint);
commit;
-- finding: `b`
start transaction;
create table b (id bigint);
commit;
begin;
insert into b values (1);
commit;
create table c (id bigint);
