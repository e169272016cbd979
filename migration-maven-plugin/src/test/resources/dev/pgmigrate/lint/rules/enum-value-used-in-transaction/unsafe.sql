-- postgres: 14+
-- file: 20250101000000_create_orders.sql
do $$
begin
    create type order_status as enum ('new', 'paid');
exception
    when duplicate_object then null;
end
$$;
create table if not exists orders (id bigint primary key, status order_status);
-- file: 20250102000000_refund_orders.sql
-- migrate:irreversible reason="a label of an enum cannot be removed"
alter type order_status add value if not exists 'refunded';
-- finding: 'refunded'
update orders set status = 'refunded' where id between 1 and 10000;
