-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
alter table notes enable row level security;
drop policy if exists anything_goes on notes;
-- finding: everybody write `public.notes`
create policy anything_goes on notes for all using (true) with check (true);
