-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01');
-- file: 20250102000000_index_dates.sql
set lock_timeout = '2s';
create index if not exists orders_placed_on_idx on only orders (placed_on);
reset lock_timeout;
-- file: 20250103000000_index_dates_2025.sql
drop index concurrently if exists orders_2025_placed_on_idx;
create index concurrently orders_2025_placed_on_idx on orders_2025 (placed_on);
-- file: 20250104000000_attach_date_index.sql
alter index orders_placed_on_idx attach partition orders_2025_placed_on_idx;
