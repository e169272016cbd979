-- flavour: supabase
-- file: 20250101000000_create.sql
create table notes (id bigint, owner uuid);
alter table notes enable row level security;
create policy none on notes for insert;
create policy reading on notes for select using (true);
create policy service on notes for all to service_role using (true) with check (true);
create policy narrow on notes as restrictive for all using (true);
create policy own on notes for update using ((select auth.uid()) = owner) with check (true);
-- finding: insert
create policy a on notes for insert to authenticated with check (true);
-- finding: insert
create policy "B" on notes for insert to anon, service_role with check (1 = 1);
-- finding: delete
create policy c on notes for delete using ('t'::boolean);
-- finding: update
create policy d on notes for update using (true);
-- finding: write
create policy e on notes using (true);
-- finding: insert
create policy f on notes for all using ((select auth.uid()) = owner) with check (true);
-- finding: delete
create policy g on notes for all using (true) with check ((select auth.uid()) = owner);
create policy h on notes using (true);
-- file: 20250102000000_mend.sql
alter policy h on notes using ((select auth.uid()) = owner);
