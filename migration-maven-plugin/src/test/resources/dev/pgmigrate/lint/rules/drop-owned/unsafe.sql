-- postgres: 14+
-- file: 20250101000000_retire_owner.sql
do $$ begin create role shop_retired_owner nologin; exception when duplicate_object then null; end $$;
-- finding: every object that `shop_retired_owner` owns
drop owned by shop_retired_owner;
drop role if exists shop_retired_owner;
