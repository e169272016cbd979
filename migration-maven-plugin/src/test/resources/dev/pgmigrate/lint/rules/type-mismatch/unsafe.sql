-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint primary key,
    placed date not null
);
-- file: 20250102000000_new_orders.sql
-- finding: no operator `>` for date and int4
create or replace view new_orders as select id from orders where placed > 2024;
