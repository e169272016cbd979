-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_retype.sql
alter table orders alter column code type varchar(40);
alter table orders alter column code type text;
alter table orders alter column price type numeric(12, 2);
alter table orders alter column note type text using note::text;
set local timezone = 'UTC';
alter table orders alter column placed type timestamptz;
