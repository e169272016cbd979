-- postgres: 14+
-- file: 20250101000000_stamp_orders.sql
create or replace function stamp() returns trigger language plpgsql as 'begin return new; end';
-- file: 20250102000000_drop_stamp.sql
drop function if exists stamp();
