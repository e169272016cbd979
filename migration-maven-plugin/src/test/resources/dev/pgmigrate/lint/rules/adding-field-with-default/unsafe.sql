-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_token.sql
-- finding: rewrites `orders`
alter table orders add column if not exists token uuid default gen_random_uuid();
