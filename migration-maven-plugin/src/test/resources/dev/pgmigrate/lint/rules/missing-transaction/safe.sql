-- postgres: 14+
-- runner: psql
-- file: 20250101000000_create_shops.sql
begin;
create table if not exists shops (id bigint primary key, name text);
create table if not exists shop_hours (id bigint primary key, opens time);
commit;
