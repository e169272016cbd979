-- file: 20250101000000_create_roles.sql
create table if not exists roles (id bigint primary key, name text unique);
create table if not exists grants (role_id bigint, action text);
-- file: 20250102000000_seed.sql
create table if not exists plans (id bigint primary key, state text);
insert into plans values (1, null) on conflict do nothing;
update plans set state = 'new' where state is null;
insert into grants (role_id, action) select id, 'read' from roles where name = 'admin';
insert into grants (role_id, action) select 1, action from (values ('read'), ('write')) as seed (action);
insert into grants (role_id, action) select n, 'read' from generate_series(1, 3) as n;
insert into plans (id) select id from roles;
-- finding: every row of `grants`
insert into grants (role_id, action) select id, 'read' from roles;
