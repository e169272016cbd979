-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, status text, note text);
-- file: 20250102000000_fill_status.sql
-- finding: every row of `orders` that matches
update orders set status = 'new' where status is null;
