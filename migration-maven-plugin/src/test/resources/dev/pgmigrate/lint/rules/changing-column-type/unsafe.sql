-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, code varchar(20));
-- file: 20250102000000_retype_code.sql
-- finding: rewrites `orders`
alter table orders alter column code type char(20);
