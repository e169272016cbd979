-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
create table if not exists shops (id bigint primary key);
-- file: 20250102000000_fill.sql
alter table orders add column if not exists shop bigint;
update orders set shop = 1 where id = 1;
insert into shops (id) values (1) on conflict do nothing;
