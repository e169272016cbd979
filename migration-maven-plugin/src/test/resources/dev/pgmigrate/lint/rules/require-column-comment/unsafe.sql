-- postgres: 14+
-- file: 20250101000000_create_leases.sql
create table if not exists leases (
    -- finding: Nothing says what `leases.id` holds
    id bigint primary key
);
