-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, code varchar(20));
-- file: 20250102000000_widen_code.sql
set lock_timeout = '2s';
alter table orders alter column code type varchar(40);
reset lock_timeout;
