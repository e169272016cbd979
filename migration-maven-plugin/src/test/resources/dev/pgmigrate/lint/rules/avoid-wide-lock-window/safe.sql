-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
create table if not exists customers (id bigint primary key, email text);
-- file: 20250102000000_add_order_code.sql
set lock_timeout = '2s';
alter table orders add column if not exists code text;
reset lock_timeout;
-- file: 20250103000000_add_customer_code.sql
set lock_timeout = '2s';
alter table customers add column if not exists code text;
reset lock_timeout;
