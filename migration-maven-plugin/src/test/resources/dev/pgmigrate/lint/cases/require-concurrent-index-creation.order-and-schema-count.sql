-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create schema if not exists a;
create schema if not exists b;
create table if not exists a.orders (id bigint primary key);
-- file: 20250102000000_index_orders.sql
-- finding: `a.orders`
create index if not exists a_idx on a.orders (id);
create table if not exists b.orders (id bigint primary key);
create index if not exists b_idx on b.orders (id);
