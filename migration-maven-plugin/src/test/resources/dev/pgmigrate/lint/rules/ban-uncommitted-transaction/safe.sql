-- postgres: 14+
-- file: 20250101000000_create_shops.sql
create table if not exists shops (id bigint primary key, name text);
