-- postgres: 17+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint primary key,
    price bigint,
    tax bigint,
    total bigint generated always as (price) stored
);
-- file: 20250102000000_change_total.sql
-- finding: rewrites `orders`
alter table orders alter column total set expression as (price + tax);
