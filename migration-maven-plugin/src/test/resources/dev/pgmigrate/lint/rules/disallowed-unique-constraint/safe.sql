-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, email text);
-- file: 20250102000000_index_email.sql
drop index concurrently if exists customers_email_key;
create unique index concurrently customers_email_key on customers (email);
-- file: 20250103000000_unique_email.sql
set lock_timeout = '2s';
do $$
begin
    if not exists (
        select from pg_constraint where conrelid = 'customers'::regclass and conname = 'customers_email_key'
    ) then
        alter table customers add constraint customers_email_key unique using index customers_email_key;
    end if;
end
$$;
reset lock_timeout;
