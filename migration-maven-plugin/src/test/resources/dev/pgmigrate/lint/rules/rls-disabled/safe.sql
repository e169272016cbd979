-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_notes.sql
create table if not exists public.notes (id bigint primary key, body text);
alter table public.notes enable row level security;
drop policy if exists notes_are_public on public.notes;
create policy notes_are_public on public.notes for select to anon, authenticated using (true);
