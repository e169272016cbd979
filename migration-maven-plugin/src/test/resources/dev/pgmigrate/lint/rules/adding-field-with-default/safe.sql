-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_token.sql
set lock_timeout = '2s';
alter table orders add column if not exists token uuid;
alter table orders alter column token set default gen_random_uuid();
alter table orders add column if not exists seen_at timestamptz default now();
reset lock_timeout;
-- file: 20250103000000_fill_token.sql
update orders set token = gen_random_uuid() where token is null and id between 1 and 10000;
