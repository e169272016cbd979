-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
alter table notes enable row level security;
-- file: 20250102000000_open_notes.sql
set lock_timeout = '2s';
drop policy if exists notes_are_public on notes;
create policy notes_are_public on notes for select using (true);
reset lock_timeout;
