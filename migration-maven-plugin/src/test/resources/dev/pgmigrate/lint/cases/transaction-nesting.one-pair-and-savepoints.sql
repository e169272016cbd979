-- postgres: 14+
-- file: 20250101000000_create_orders.sql
-- one pair around the file is taken as its own
begin;
savepoint here;
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
rollback to savepoint here;
release savepoint here;
commit;
