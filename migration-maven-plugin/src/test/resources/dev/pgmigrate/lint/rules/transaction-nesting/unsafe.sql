-- postgres: 14+
-- file: 20250101000000_create_shops.sql
create table if not exists shops (id bigint primary key, name text);
-- finding: ends the transaction that the runner opened
commit;
create table if not exists shop_hours (id bigint primary key, opens time);
