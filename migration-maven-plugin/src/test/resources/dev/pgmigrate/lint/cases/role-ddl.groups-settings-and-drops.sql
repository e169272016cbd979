-- file: 20250101000000_create.sql
-- finding: `role_ddl_a`
create role role_ddl_a;
-- finding: `Role_DDL_B`
create group "Role_DDL_B";
-- finding: `role_ddl_a`
alter role role_ddl_a nologin;
alter role role_ddl_a set search_path = 'public';
alter role role_ddl_a rename to role_ddl_c;
drop role role_ddl_c, "Role_DDL_B";
