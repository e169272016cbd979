-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_code.sql
alter table orders add column if not exists code text;
-- file: 20250103000000_index_code.sql
drop index concurrently if exists orders_code_idx;
create index concurrently orders_code_idx on orders (code);
