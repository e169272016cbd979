-- postgres: 14+
-- file: 20250101000000_create_totals.sql
create temporary table if not exists amounts (amount bigint);
create materialized view if not exists totals as
-- finding: which is temporary
select sum(amount) as total from amounts;
