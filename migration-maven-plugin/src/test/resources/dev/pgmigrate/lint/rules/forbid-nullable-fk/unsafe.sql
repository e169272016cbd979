-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists customers (id bigint primary key);
create table if not exists orders (
    id bigint primary key,
    -- finding: `orders.customer_id` refers to another table and may be NULL
    customer_id bigint references customers (id)
);
create index if not exists orders_customer_id on orders (customer_id);
