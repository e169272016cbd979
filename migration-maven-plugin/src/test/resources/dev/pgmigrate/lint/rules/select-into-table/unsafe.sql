-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_copy_orders.sql
-- finding: `order_archive`
select id, note into order_archive from orders where id between 1 and 10000;
