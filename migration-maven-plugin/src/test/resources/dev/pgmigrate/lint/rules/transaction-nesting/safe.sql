-- postgres: 14+
-- file: 20250101000000_create_shops.sql
create table if not exists shops (id bigint primary key, name text);
-- file: 20250102000000_create_shop_hours.sql
create table if not exists shop_hours (id bigint primary key, opens time);
