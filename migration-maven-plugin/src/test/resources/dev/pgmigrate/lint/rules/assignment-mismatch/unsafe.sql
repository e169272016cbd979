-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint primary key,
    -- finding: `paid` is bool, and this value is int4
    paid boolean not null default 0
);
