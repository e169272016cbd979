-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    -- finding: leaves out `placed_on` of the partition key
    id bigint primary key,
    placed_on date not null
) partition by range (placed_on);
