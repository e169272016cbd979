-- file: 20250101000000_create.sql
create role superuser_role_a nosuperuser nobypassrls;
-- finding: `superuser_role_a` passes every check
alter role superuser_role_a with superuser;
-- finding: `superuser_role_a` passes every policy
alter user superuser_role_a nosuperuser bypassrls;
create role "superuser" createrole;
drop role superuser_role_a, "superuser";
