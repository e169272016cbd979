-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, owner text);
create index if not exists notes_owner_idx on notes (owner);
alter table notes enable row level security;
drop policy if exists own_notes on notes;
-- finding: for every row of `public.notes`
create policy own_notes on notes for select using (owner = current_setting('app.user', true));
