-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_quantity.sql
set lock_timeout = '2s';
alter table orders add column if not exists quantity bigint not null default 1;
reset lock_timeout;
