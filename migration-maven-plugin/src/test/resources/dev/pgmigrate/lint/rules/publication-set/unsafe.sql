-- postgres: 14+
-- file: 20250101000000_publish.sql
create table if not exists sales (id bigint primary key);
create table if not exists refunds (id bigint primary key);
do $$ begin create publication shop_changes for table sales, refunds; exception when duplicate_object then null; end $$;
-- file: 20250102000000_publish_less.sql
-- finding: no longer sends `public.refunds`
alter publication shop_changes set table sales;
