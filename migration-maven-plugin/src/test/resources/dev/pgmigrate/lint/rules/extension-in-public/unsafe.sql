-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_search.sql
-- finding: Extension `pg_trgm`
create extension if not exists pg_trgm;
