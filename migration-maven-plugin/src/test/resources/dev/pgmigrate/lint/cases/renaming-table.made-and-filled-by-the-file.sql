-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_swap_orders.sql
create table if not exists orders_new (id bigint primary key, note text not null);
insert into orders_new select id, coalesce(note, '') from orders on conflict do nothing;
alter table orders rename to orders_old;
alter table orders_new rename to orders;
