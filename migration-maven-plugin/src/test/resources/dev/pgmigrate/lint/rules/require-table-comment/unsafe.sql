-- postgres: 14+
-- file: 20250101000000_create_leases.sql
-- finding: Nothing says what `leases` is for
create table if not exists leases (id bigint primary key);
