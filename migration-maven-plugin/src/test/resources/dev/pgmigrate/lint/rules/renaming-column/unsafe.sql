-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, mail text);
-- file: 20250102000000_rename_mail.sql
-- finding: `mail` of `customers`
do $$ begin alter table customers rename column mail to email; exception when undefined_column then null; end $$;
