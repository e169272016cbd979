-- postgres: 14+
-- runner: psql
-- file: 20250101000000_create_parcels.sql
begin;
create table if not exists parcels (id bigint primary key, owner text);
create index if not exists parcels_owner_idx on parcels (owner);
alter table parcels enable row level security;
drop policy if exists own_parcels on parcels;
create policy own_parcels on parcels for select using (owner = (select current_user));
commit;
-- file: 20250102000000_widen_policy.sql
begin;
set local lock_timeout = '2s';
drop policy if exists own_parcels on parcels;
create policy own_parcels on parcels using (owner = (select current_user));
commit;
