-- postgres: 14+
-- file: 20250101000000_create_reporter.sql
do $$ begin
  -- finding: role `shop_reporter_with_password`
  create role shop_reporter_with_password login password 'correct horse';
exception when duplicate_object then null; end $$;
drop role if exists shop_reporter_with_password;
