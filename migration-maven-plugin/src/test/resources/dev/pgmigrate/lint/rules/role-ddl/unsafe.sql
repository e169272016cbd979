-- postgres: 14+
-- file: 20250101000000_create_auditor.sql
do $$ begin
  -- finding: Role `shop_auditor_made_here`
  create role shop_auditor_made_here nologin;
exception when duplicate_object then null; end $$;
drop role if exists shop_auditor_made_here;
