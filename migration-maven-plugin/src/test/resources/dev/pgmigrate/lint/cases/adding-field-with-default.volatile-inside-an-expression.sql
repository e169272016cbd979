-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_add_columns.sql
-- finding: rewrites `orders`
alter table orders add column if not exists c text default 'o-' || gen_random_uuid()::text;
-- finding: rewrites `orders`
alter table orders add column if not exists d timestamptz default clock_timestamp();
