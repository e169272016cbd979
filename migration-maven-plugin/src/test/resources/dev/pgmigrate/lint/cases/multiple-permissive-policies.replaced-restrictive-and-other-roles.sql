-- refused: 42704
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
create policy "Old one" on notes for select using (true);
create policy writers on notes for insert to editors with check (true);
create policy service on notes for all to service_role using (true);
create policy narrow on notes as restrictive for select using (id > 0);
create policy others on notes for insert to authors with check (true);
-- file: 20250102000000_replace.sql
drop policy if exists "Old one" on notes;
create policy new_one on notes for select using (id > 1);
-- file: 20250103000000_more.sql
-- finding: `writers`, `more`
create policy more on notes for insert to editors with check (id > 5);
