-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_number.sql
set lock_timeout = '2s';
create sequence if not exists orders_number_seq;
alter table orders add column if not exists number bigint;
alter table orders alter column number set default nextval('orders_number_seq');
alter sequence orders_number_seq owned by orders.number;
reset lock_timeout;
-- file: 20250103000000_fill_number.sql
update orders set number = nextval('orders_number_seq') where number is null and id between 1 and 10000;
