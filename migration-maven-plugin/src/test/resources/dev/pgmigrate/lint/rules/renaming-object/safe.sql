-- postgres: 14+
-- file: 20250101000000_create_open_orders.sql
create or replace view open_orders as select 1 as id;
-- file: 20250102000000_add_pending_orders.sql
create or replace view pending_orders as select 1 as id;
