-- postgres: 14+
-- runner: psql
-- file: 20250101000000_create_shops.sql
create table shops (id bigint primary key, name text);
-- finding: shop_hours
create table shop_hours (id bigint primary key, opens time);
