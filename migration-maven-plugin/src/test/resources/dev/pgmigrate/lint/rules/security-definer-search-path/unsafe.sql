-- postgres: 14+
-- file: 20250101000000_count_orders.sql
-- finding: `public.count_orders` runs with its owner's rights
create or replace function count_orders() returns bigint language sql stable security definer as 'select 1::bigint';
