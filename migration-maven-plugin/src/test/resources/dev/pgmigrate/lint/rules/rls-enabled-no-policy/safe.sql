-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
alter table notes enable row level security;
drop policy if exists notes_are_public on notes;
create policy notes_are_public on notes for select to anon, authenticated using (true);
