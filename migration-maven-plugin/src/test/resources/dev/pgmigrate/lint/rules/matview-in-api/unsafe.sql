-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_totals.sql
-- finding: materialized view `public.totals`
create materialized view if not exists public.totals as select 1 as total;
