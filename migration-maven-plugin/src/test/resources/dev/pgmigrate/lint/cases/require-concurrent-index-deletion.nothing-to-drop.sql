-- postgres: 14+
-- refused: 25001
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_drop_indexes.sql
drop index if exists orders_none_idx;
create index concurrently if not exists orders_none_idx on orders (note);
