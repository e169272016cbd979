-- refused: 3F000, 42P01
-- file: 20250101000000_auth.sql
alter table auth.schema_migrations owner to current_user;
-- finding: `public.schema_migrations`
delete from public.schema_migrations;
-- finding: `supabase_migrations.schema_migrations`
alter table supabase_migrations.schema_migrations owner to current_user;
