-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, email text);
-- file: 20250102000000_unique_email.sql
alter table customers
    drop constraint if exists customers_email_key,
    -- finding: blocks reads and writes of `customers`
    add constraint customers_email_key unique (email);
