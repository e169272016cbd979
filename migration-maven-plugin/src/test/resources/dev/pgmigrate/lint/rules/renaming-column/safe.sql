-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, mail text);
-- file: 20250102000000_add_email.sql
set lock_timeout = '2s';
alter table customers add column if not exists email text;
reset lock_timeout;
