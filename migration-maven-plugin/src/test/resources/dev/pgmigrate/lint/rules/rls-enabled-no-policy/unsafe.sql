-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_notes.sql
-- finding: `public.notes`
create table if not exists notes (id bigint primary key);
alter table notes enable row level security;
