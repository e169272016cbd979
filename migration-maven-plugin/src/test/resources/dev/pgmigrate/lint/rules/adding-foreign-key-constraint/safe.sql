-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists customers (id bigint primary key, email text);
create table if not exists orders (id bigint primary key, customer_id bigint);
create index if not exists orders_customer_id_idx on orders (customer_id);
-- file: 20250102000000_reference_customers.sql
alter table orders
    drop constraint if exists orders_customer_id_fkey,
    add constraint orders_customer_id_fkey foreign key (customer_id) references customers (id) not valid;
-- file: 20250103000000_validate_customers.sql
alter table orders validate constraint orders_customer_id_fkey;
