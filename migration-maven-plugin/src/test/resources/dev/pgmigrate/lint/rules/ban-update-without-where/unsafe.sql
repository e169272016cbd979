-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, newsletter boolean);
-- file: 20250102000000_stop_newsletter.sql
-- finding: every row of `customers`
update customers set newsletter = false;
