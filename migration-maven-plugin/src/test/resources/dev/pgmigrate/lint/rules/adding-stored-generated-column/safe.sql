-- postgres: 18+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, price bigint, quantity bigint);
-- file: 20250102000000_add_total.sql
set lock_timeout = '2s';
alter table orders add column if not exists total bigint generated always as (price * quantity) virtual;
reset lock_timeout;
