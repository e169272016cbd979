-- flavour: supabase
-- file: 20250101000000_create.sql
create extension if not exists unaccent with schema extensions;
create extension if not exists "uuid-ossp";
-- finding: `citext`
create extension citext;
-- finding: `hstore`
create extension if not exists hstore schema public;
create extension pg_trgm;
-- file: 20250102000000_move.sql
alter extension pg_trgm set schema extensions;
