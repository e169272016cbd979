-- flavour: supabase
-- file: 20250101000000_create.sql
create table notes (id bigint, user_metadata jsonb, kind text);
alter table notes enable row level security;
-- finding: `a`
create policy a on notes for select using ((auth.jwt() -> 'user_metadata' ->> 'role') = 'admin');
-- finding: `b`
create policy b on notes for insert with check (((select auth.jwt()) #>> '{user_metadata, role}') = 'admin');
-- finding: `c`
create policy c on notes for select using (auth.jwt() @? '$.user_metadata.admin');
-- finding: `d`
create policy d on notes for select using (exists (select from auth.users u where u.id = (select auth.uid()) and u.raw_user_meta_data ->> 'role' = 'admin'));
create policy e on notes for select using (user_metadata ->> 'x' = 'y');
create policy f on notes for select using ((auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');
create policy g on notes for select using ((auth.jwt() -> 'user_metadata' ->> 'role') = 'admin');
-- file: 20250102000000_mend.sql
drop policy g on notes;
