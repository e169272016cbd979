-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2024 partition of orders for values from ('2024-01-01') to ('2025-01-01');
create table if not exists orders_2025 (like orders including all);
-- file: 20250102000000_turn_the_year.sql
-- finding: `orders_2025` is a partition
alter table orders attach partition orders_2025 for values from ('2025-01-01') to ('2026-01-01');
-- finding: `orders_2024` is not a partition of `orders`
alter table orders detach partition orders_2024;
