-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint primary key,
    placed date not null
);
-- file: 20250102000000_new_orders.sql
create or replace view new_orders as select id from orders where placed > date '2024-12-31';
