-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_drop_orders.sql
alter table orders drop constraint if exists orders_note_check;
-- finding: The table `orders` is gone
drop table orders;
