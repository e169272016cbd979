-- postgres: 14+
-- file: 20250101000000_create_orders.sql
do $$ begin create type order_status as enum ('new', 'paid'); exception when duplicate_object then null; end $$;
create table if not exists orders (id bigint primary key, status order_status);
-- file: 20250102000000_drop_order_status.sql
-- finding: every column of type `order_status`
drop type if exists order_status cascade;
