-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, quantity bigint);
-- file: 20250102000000_check_quantity.sql
alter table orders
    drop constraint if exists orders_quantity_check,
    -- finding: `orders_quantity_check`
    add constraint orders_quantity_check check (quantity > 0) not valid;
-- file: 20250103000000_create_shops.sql
create table if not exists shops (id bigint primary key, name text);
-- file: 20250104000000_create_customers.sql
create table if not exists customers (id bigint primary key, email text);
-- file: 20250105000000_create_payments.sql
create table if not exists payments (id bigint primary key, amount bigint);
