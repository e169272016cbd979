-- postgres: 14+
-- file: 20250101000000_create_products.sql
create table if not exists products (id bigint primary key, price numeric);
-- file: 20250102000000_add_currency.sql
alter table products add column if not exists currency text;
-- finding: under the ACCESS EXCLUSIVE lock
update products set currency = 'EUR' where currency is null;
