-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_copy_orders.sql
create table if not exists order_archive (like orders including all);
insert into order_archive (id, note)
select id, note from orders where id between 1 and 10000
on conflict do nothing;
