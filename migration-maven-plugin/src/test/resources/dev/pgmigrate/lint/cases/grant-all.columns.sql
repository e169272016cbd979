-- file: 20250101000000_grant.sql
create table notes (id bigint, name text);
create role grant_all_reader;
grant all (id) on notes to grant_all_reader;
grant all privileges (id, name) on table public.notes to grant_all_reader;
-- finding: `notes`
grant all on notes to grant_all_reader;
grant all on notes to current_user;
drop owned by grant_all_reader;
drop role grant_all_reader;
