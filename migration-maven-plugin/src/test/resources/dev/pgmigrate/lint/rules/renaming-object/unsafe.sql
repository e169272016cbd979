-- postgres: 14+
-- file: 20250101000000_create_open_orders.sql
create or replace view open_orders as select 1 as id;
-- file: 20250102000000_rename_open_orders.sql
-- finding: view `open_orders`
alter view if exists open_orders rename to pending_orders;
