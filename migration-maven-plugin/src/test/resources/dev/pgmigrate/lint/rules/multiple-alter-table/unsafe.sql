-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_columns.sql
alter table orders add column if not exists code text;
-- finding: `orders`
alter table orders add column if not exists colour text;
