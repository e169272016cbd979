-- postgres: 14+
-- runner: liquibase
-- file: 20250101000000_create_shop_schema.sql
create schema if not exists shop;
-- file: 20250102000000_create_orders.sql
-- finding: `search_path`
set search_path = shop;
create table if not exists orders (id bigint primary key, note text);
