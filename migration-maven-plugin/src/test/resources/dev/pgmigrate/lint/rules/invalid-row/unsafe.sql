-- postgres: 14+
-- file: 20250101000000_create_plans.sql
create table if not exists plans (id bigint generated always as identity primary key, name text not null unique);
-- file: 20250102000000_seed_plans.sql
-- finding: `id` of `public.plans` is GENERATED ALWAYS
insert into plans (id, name) values (1, 'free') on conflict do nothing;
