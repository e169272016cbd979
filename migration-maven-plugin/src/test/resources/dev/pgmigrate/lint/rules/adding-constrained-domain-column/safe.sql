-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, name text);
-- file: 20250102000000_add_email.sql
set lock_timeout = '2s';
alter table customers add column if not exists email text;
alter table customers
    drop constraint if exists customers_email_check,
    add constraint customers_email_check check (email like '%@%') not valid;
reset lock_timeout;
-- file: 20250103000000_validate_email.sql
alter table customers validate constraint customers_email_check;
