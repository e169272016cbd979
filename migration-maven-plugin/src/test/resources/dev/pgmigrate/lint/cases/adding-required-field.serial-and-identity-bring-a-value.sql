-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_add_columns.sql
alter table orders add column if not exists c1 bigserial not null;
alter table orders add column if not exists c2 bigint not null generated always as identity;
