-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
-- file: 20250102000000_index_dates.sql
-- finding: `orders`
create index concurrently if not exists orders_placed_on_idx on orders (placed_on);
