-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, quantity bigint);
-- file: 20250102000000_check_quantity.sql
alter table orders
    drop constraint if exists orders_quantity_check,
    -- finding: scans `orders`
    add constraint orders_quantity_check check (quantity > 0);
-- file: 20250103000000_add_price.sql
-- finding: scans `orders`
alter table orders add column if not exists price bigint constraint orders_price_check check (price > 0);
