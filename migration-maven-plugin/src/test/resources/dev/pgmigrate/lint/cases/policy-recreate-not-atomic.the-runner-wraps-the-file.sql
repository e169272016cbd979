-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
alter table notes enable row level security;
create policy readers on notes for select using (true);
-- file: 20250102000000_again.sql
drop policy if exists readers on notes;
create policy readers on notes for select using (id > 0);
