-- postgres: 14+
-- file: 20250101000000_create_logs.sql
create table if not exists logs (id bigint primary key);
