-- refused: 42704, 42P01
-- file: 20250101000000_orders.sql
create table if not exists orders (id bigint primary key, customer_id bigint);
do $$ begin
    if not exists (select from pg_constraint where conname = 'orders_customer' and conrelid = 'orders'::regclass) then
        -- finding: The table `customers` is made only further down
        alter table orders add constraint orders_customer foreign key (customer_id) references customers (id);
    end if;
end $$;
-- finding: The type `rank` is made only further down
create or replace function rank_of(name text) returns rank language sql as 'select null::rank';
do $$ begin create type rank as enum ('low', 'high'); exception when duplicate_object then null; end $$;
create table if not exists customers (id bigint primary key);
-- file: 20250102000000_asked_first.sql
do $$ begin
    if to_regclass('places') is not null then
        alter table orders add constraint orders_place foreign key (customer_id) references places (id);
    end if;
end $$;
create table if not exists places (id bigint primary key);
