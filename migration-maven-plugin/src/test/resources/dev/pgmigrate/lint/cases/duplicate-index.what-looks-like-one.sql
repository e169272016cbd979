-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_index_orders.sql
create unique index concurrently if not exists a on orders (code);
-- file: 20250103000000_more.sql
create index concurrently if not exists b on orders (code, note);
-- file: 20250104000000_partial.sql
create index concurrently if not exists c on orders (note) where quantity > 0;
-- file: 20250105000000_include.sql
create index concurrently if not exists d on orders (quantity) include (note);
-- file: 20250106000000_longer.sql
create index concurrently if not exists e on orders (quantity, price);
-- file: 20250107000000_order.sql
create index concurrently if not exists f on orders (quantity desc);
