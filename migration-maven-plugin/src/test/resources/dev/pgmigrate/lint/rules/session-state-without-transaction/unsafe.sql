-- postgres: 14+
-- file: 20250101000000_create_batches.sql
-- migrate:transaction off
-- finding: ends with the session
create temporary table if not exists batches (id bigint primary key);
