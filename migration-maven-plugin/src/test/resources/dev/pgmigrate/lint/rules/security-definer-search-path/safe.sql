-- postgres: 14+
-- file: 20250101000000_count_orders.sql
create or replace function count_orders() returns bigint language sql stable security definer set search_path = ''
as 'select 1::bigint';
