-- postgres: 14+
-- file: 20250101000000_publish.sql
do $$ begin
  -- finding: Publication `everything`
  create publication everything for all tables;
exception when duplicate_object then null; end $$;
