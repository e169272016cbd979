-- file: 001_a.sql
create table if not exists room_temperature (id bigint primary key);
create table if not exists oldtimers (id bigint primary key);
create table if not exists drop_bak (id bigint primary key);
-- file: 002_b.sql
drop table if exists drop_bak;
-- file: 003_c.sql
select 1;
-- file: 004_d.sql
select 1;
