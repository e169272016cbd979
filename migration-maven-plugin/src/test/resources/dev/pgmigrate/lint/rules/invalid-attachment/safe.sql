-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date not null,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01');
