-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_devices.sql
create table if not exists public.devices (id bigint primary key, access_token text, owner uuid);
create index if not exists devices_owner_idx on public.devices (owner);
alter table public.devices enable row level security;
drop policy if exists own_devices on public.devices;
create policy own_devices on public.devices for select to authenticated using (owner = (select auth.uid()));
