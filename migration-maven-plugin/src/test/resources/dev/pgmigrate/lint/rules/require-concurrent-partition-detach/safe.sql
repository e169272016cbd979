-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2024 partition of orders for values from ('2024-01-01') to ('2025-01-01');
-- file: 20250102000000_detach_2024.sql
alter table orders detach partition orders_2024 concurrently;
