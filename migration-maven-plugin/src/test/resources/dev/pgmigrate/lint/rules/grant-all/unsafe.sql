-- postgres: 14+
-- file: 20250101000000_create_carts.sql
create table if not exists carts (id bigint primary key);
-- finding: GRANT ALL on `carts`
grant all on carts to pg_monitor;
