-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists customers (id bigint primary key);
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_add_customer.sql
-- finding: blocks reads and writes of `orders` (ACCESS EXCLUSIVE) and writes to `customers`
alter table orders add column if not exists c bigint default 1 references customers (id);
-- file: 20250103000000_add_parent.sql
-- finding: blocks reads and writes of `orders` (ACCESS EXCLUSIVE) while
alter table orders add column if not exists parent bigint default null references orders (id);
-- finding: blocks writes to `orders` (SHARE ROW EXCLUSIVE) while
alter table orders add constraint orders_c_parent foreign key (c) references orders (id);
