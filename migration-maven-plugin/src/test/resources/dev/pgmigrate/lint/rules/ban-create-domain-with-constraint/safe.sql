-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (
    id bigint primary key,
    email text constraint customers_email_check check (email like '%@%')
);
