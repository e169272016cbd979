-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, shop text, placed_on date, code text, colour text);
-- finding: `orders_all_idx`
create index if not exists orders_all_idx on orders (shop, placed_on, code, colour);
