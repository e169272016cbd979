-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
create or replace procedure tidy_orders() language sql as 'update orders set note = trim(note)';
-- file: 20250102000000_tidy_orders.sql
-- finding: `call tidy_orders()`
call tidy_orders();
