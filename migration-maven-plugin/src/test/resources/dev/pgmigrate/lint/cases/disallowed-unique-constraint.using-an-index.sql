-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_index_code.sql
create unique index concurrently if not exists orders_code_key on orders (code);
-- file: 20250103000000_add_key.sql
alter table orders add constraint orders_code_key unique using index orders_code_key;
