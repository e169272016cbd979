-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
create table if not exists shops (id bigint primary key);
-- file: 20250102000000_create_lines.sql
create table if not exists lines (id bigint primary key, order_id bigint references orders (id), shop_id bigint references shops (id));
alter table lines add column if not exists note text;
