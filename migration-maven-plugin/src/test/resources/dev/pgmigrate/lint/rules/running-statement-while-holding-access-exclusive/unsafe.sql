-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
create table if not exists customers (id bigint primary key, email text);
-- file: 20250102000000_add_code.sql
alter table orders add column if not exists code text;
-- finding: `orders`
update customers set email = lower(email) where id between 1 and 10000;
