-- postgres: 14+
-- file: 20250101000000_create_hooks.sql
create table if not exists hooks (id bigint primary key, url text not null);
-- finding: The password of a connection stands in `migrations/20250101000000_create_hooks.sql`
insert into hooks (id, url) values (1, 'https://bot:kq81-Zt4x@hooks.example.com/in') on conflict do nothing;
