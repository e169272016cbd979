-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_tidy_orders.sql
update orders set note = trim(note) where id between 1 and 10000;
