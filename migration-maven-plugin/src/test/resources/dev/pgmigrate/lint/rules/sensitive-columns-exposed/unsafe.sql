-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_devices.sql
-- finding: `access_token` of `public.devices`
create table if not exists public.devices (id bigint primary key, access_token text);
