-- postgres: 14+
-- file: 20250101000000_create_reporting.sql
create schema if not exists reporting;
create table if not exists reporting.visits (id bigint primary key);
