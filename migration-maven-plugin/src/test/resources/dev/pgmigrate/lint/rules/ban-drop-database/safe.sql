-- postgres: 14+
-- file: 20250101000000_create_shops.sql
create schema if not exists trade;
create table if not exists trade.shops (id bigint primary key);
