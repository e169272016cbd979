-- postgres: 14+
-- file: 20250101000000_create_operator.sql
create table if not exists operations (id bigint primary key);
grant select, update on operations to pg_monitor;
