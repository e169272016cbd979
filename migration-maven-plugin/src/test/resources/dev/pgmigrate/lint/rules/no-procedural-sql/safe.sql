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
-- file: 20250102000000_fill_status.sql
update orders set status = 'new' where status is null and id between 1 and 10000;
-- file: 20250103000000_check_status.sql
do $$
begin
    if exists (select from orders where status is null) then
        raise exception 'some orders have no status';
    end if;
end
$$;
