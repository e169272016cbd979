-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, fax text);
-- file: 20250102000000_drop_fax.sql
-- finding: loses `fax` of `customers`
alter table customers drop column if exists fax;
