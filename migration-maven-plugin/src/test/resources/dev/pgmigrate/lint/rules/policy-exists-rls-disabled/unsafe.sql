-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, owner text);
drop policy if exists own_notes on notes;
-- finding: off on `public.notes`
create policy own_notes on notes for select using (owner = (select current_user));
