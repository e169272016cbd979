-- postgres: 14+
-- file: 20250101000000_create_operator.sql
create schema if not exists trade;
create table if not exists trade.operations (id bigint primary key);
grant select, update on trade.operations to pg_monitor;
