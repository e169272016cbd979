-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
alter table notes enable row level security;
create policy nobody on notes for delete using (null = null);
-- finding: `everybody`
create policy everybody on notes for delete using ('a' = 'a');
