-- postgres: 14+
-- file: 20250101000000_create_carts.sql
-- finding: `carts` is unlogged
create unlogged table if not exists carts (id bigint primary key);
