-- postgres: 14+
-- file: 20250101000000_create_order_status.sql
do $$ begin create type order_status_new as enum ('new', 'paid'); exception when duplicate_object then null; end $$;
alter type order_status_new rename to order_status;
-- file: 20250102000000_rename_order_status.sql
-- finding: type `order_status`
alter type order_status rename to status_of_order;
