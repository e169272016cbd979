-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, shop text not null);
-- finding: `shop`
create index if not exists orders_shop_idx on orders (shop) where shop is not null;
