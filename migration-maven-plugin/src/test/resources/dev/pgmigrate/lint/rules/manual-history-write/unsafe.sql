-- postgres: 14+
-- file: 20250101000000_create_orders.sql
-- finding: `schema_migrations`
create table if not exists schema_migrations (version text primary key);
create table if not exists orders (id bigint primary key, note text);
-- finding: `schema_migrations`
insert into schema_migrations (version) values ('20250101000000') on conflict do nothing;
