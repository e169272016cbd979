-- A column, a key and a table take foreign keys along, and so lock the tables at their other ends.
-- postgres: 14+
-- file: 20250101000000_create.sql
create table if not exists customers (id bigint primary key, code text unique);
create table if not exists orders (id bigint primary key, customer_id bigint references customers);
create table if not exists invoices (id bigint primary key, customer_code text references customers (code));
-- file: 20250102000000_drop_column.sql
alter table orders drop column if exists customer_id;
-- finding: `customers`
update orders set id = id where id between 1 and 10000;
-- file: 20250103000000_drop_key.sql
alter table customers drop column if exists code cascade;
-- finding: `invoices`
update customers set id = id where id between 1 and 10000;
