-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_check.sql
alter table orders add constraint positive check (quantity is not null and quantity > 0) not valid;
-- file: 20250103000000_validate.sql
alter table orders validate constraint positive;
-- file: 20250104000000_require.sql
alter table orders alter column quantity set not null;
