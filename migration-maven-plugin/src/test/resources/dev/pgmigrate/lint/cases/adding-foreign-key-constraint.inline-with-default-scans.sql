-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists customers (id bigint primary key);
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_add_customer.sql
-- finding: blocks writes to `orders` and `customers`
alter table orders add column if not exists c bigint default 1 references customers (id);
