-- postgres: 14+
-- file: 20250101000000_import_orders.sql
create type pg_temp.import_step as (line int, problem text);
drop type if exists pg_temp.import_step cascade;
