-- flavour: supabase
-- file: 20250101000000_create.sql
create table profiles (id bigint, raw_user_meta_data jsonb);
create table raw_user_meta_data (id bigint);
create table notes (id bigint, owner bigint);
alter table notes enable row level security;
create policy a on notes for select using (exists (select * from profiles));
create policy b on notes for select using (exists (select profiles.* from profiles where profiles.id = owner));
create policy c on notes for select using (exists (select raw_user_meta_data.* from raw_user_meta_data));
-- finding: `d`
create policy d on notes for select using (exists (select * from profiles where profiles.raw_user_meta_data ? 'admin'));
