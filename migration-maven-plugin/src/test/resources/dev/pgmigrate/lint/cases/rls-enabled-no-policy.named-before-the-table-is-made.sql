-- refused: 42P01
-- file: 20250101000000_notes.sql
create policy readers on notes for select using (true);
create table notes (id bigint primary key);
alter table notes enable row level security;
