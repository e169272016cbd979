-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_code.sql
set lock_timeout = '5s';
alter table orders add column if not exists code text;
reset lock_timeout;
