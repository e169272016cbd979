-- postgres: 14+
-- file: 20250101000000_create_totals.sql
create schema if not exists reports;
create table if not exists reports.amounts (id bigint primary key, amount bigint);
create materialized view if not exists reports.totals as
select sum(amount) as total from reports.amounts;
