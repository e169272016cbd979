-- postgres: 14+
-- file: 20250101000000_create_roles.sql
create table if not exists roles (id bigint primary key, name text);
-- finding: changes rows, and the schema of `roles`
insert into roles (id, name) values (1, 'admin') on conflict do nothing;
