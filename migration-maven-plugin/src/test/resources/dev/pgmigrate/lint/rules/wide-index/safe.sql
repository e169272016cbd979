-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, shop text, placed_on date, code text, colour text);
create index if not exists orders_shop_idx on orders (shop, placed_on);
