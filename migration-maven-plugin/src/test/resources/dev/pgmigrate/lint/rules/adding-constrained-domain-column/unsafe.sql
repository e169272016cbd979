-- postgres: 14+
-- file: 20250101000000_create_customers.sql
do $$
begin
    create domain email_address as text constraint email_address_check check (value like '%@%');
exception
    when duplicate_object then null;
end
$$;
create table if not exists customers (id bigint primary key, name text);
-- file: 20250102000000_add_email.sql
-- finding: rewrites `customers`
alter table customers add column if not exists email email_address;
