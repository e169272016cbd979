-- postgres: 18+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint primary key,
    price bigint,
    tax bigint,
    total bigint generated always as (price) stored
);
-- file: 20250102000000_add_gross_total.sql
set lock_timeout = '2s';
alter table orders add column if not exists gross_total bigint generated always as (price + tax) virtual;
reset lock_timeout;
