-- flavour: supabase
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
create policy everybody on notes for select to public using (true);
-- finding: `everybody`, `visitors` of
create policy visitors on notes for select to anon using (id > 1);
-- finding: `everybody`, `members` of
create policy members on notes for select to authenticated using (id > 2);
create table if not exists tags (id bigint primary key);
create policy readers on tags for select to anon, authenticated using (true);
-- finding: `readers`, `writers` of
create policy writers on tags for all to authenticated using (true);
create policy service on tags for all to service_role using (true);
