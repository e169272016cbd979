-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists customers (id bigint primary key, email text);
create table if not exists orders (
    id bigint primary key,
    -- finding: `orders`
    customer_id bigint constraint orders_customer_id_fkey references customers (id)
);
