-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists customers (id bigint primary key);
-- file: 20250102000000_create_orders.sql
create table if not exists orders (
    id bigint primary key,
    -- finding: cannot be compared with it
    customer_id text references customers (id)
);
create index if not exists orders_customer_id_idx on orders (customer_id);
