-- postgres: 14+
-- file: 20250101000000_create_batches.sql
create table if not exists batches (id bigint primary key);
