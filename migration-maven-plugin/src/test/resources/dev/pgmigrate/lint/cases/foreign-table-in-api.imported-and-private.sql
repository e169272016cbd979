-- flavour: supabase
-- file: 20250101000000_create.sql
create foreign data wrapper w;
create server s foreign data wrapper w;
create schema private;
create foreign table private.a (id bigint) server s;
-- finding: `public.b`
create foreign table b (id bigint) server s;
create foreign table c (id bigint) server s;
revoke all on c from anon, authenticated;
