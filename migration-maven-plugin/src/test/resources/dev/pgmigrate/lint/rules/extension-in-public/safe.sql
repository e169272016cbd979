-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_search.sql
create extension if not exists pg_trgm with schema extensions;
