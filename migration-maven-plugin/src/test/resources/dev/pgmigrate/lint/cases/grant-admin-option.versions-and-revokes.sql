-- postgres: 16+
-- file: 20250101000000_grant.sql
create role admin_option_a;
create role admin_option_b;
-- finding: `admin_option_b`
grant admin_option_a to admin_option_b with admin option;
revoke admin option for admin_option_a from admin_option_b;
-- finding: `admin_option_b`
grant admin_option_a to admin_option_b with admin true, inherit false;
grant admin_option_a to admin_option_b with admin false;
grant admin_option_a to admin_option_b with inherit true;
drop role admin_option_a, admin_option_b;
