-- postgres: 14+
-- file: 20250101000000_create_totals.sql
create table if not exists amounts (id bigint primary key, amount bigint);
create materialized view if not exists totals as
select sum(amount) as total from amounts;
