-- postgres: 18+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_add_total.sql
alter table orders add column if not exists c bigint generated always as (quantity * 2) virtual;
