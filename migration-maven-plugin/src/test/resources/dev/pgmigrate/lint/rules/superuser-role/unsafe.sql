-- postgres: 14+
-- file: 20250101000000_create_operator.sql
do $$ begin
  -- finding: Role `shop_operator_super`
  create role shop_operator_super nologin superuser;
exception when duplicate_object then null; end $$;
drop role if exists shop_operator_super;
