-- postgres: 14+
-- file: 20250101000000_create_batches.sql
create schema if not exists trade;
create table if not exists trade.batches (id bigint primary key);
