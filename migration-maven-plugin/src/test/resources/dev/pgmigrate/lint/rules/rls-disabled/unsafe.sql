-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_notes.sql
-- finding: `public.notes`
create table if not exists public.notes (id bigint primary key, body text);
