-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, quantity bigint);
-- file: 20250102000000_check_quantity.sql
alter table orders
    drop constraint if exists orders_quantity_check,
    add constraint orders_quantity_check check (quantity > 0) not valid;
-- file: 20250103000000_validate_quantity.sql
-- finding: `orders`
alter table orders validate constraint orders_quantity_check;
