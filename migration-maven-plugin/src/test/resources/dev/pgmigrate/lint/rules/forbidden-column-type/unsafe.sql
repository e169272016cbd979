-- postgres: 14+
-- file: 20250101000000_create_bills.sql
create table if not exists bills (
    id bigint primary key,
    -- finding: `bills.total` is money
    total money not null
);
