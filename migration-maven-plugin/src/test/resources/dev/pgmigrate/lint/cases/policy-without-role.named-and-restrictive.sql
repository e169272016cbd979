-- flavour: supabase
-- file: 20250101000000_create.sql
create table notes (id bigint);
alter table notes enable row level security;
create policy a on notes to authenticated using (true);
create policy b on notes as restrictive using (true);
-- finding: `c`
create policy c on notes using (true);
-- finding: `d` on `public.notes` is for PUBLIC
create policy d on notes to public, authenticated using (true);
create policy e on notes using (true);
alter policy e on notes to authenticated;
