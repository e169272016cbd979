-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_stock.sql
create extension if not exists file_fdw with schema extensions;
create server if not exists warehouse foreign data wrapper file_fdw;
create foreign table if not exists public.stock (item text, pieces int) server warehouse options (filename '/dev/null');
revoke all on public.stock from anon, authenticated;
