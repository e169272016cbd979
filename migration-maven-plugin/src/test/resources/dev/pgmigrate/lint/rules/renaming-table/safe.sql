-- postgres: 15+
-- file: 20250101000000_create_clients.sql
create table if not exists clients (id bigint primary key);
-- file: 20250102000000_rename_clients.sql
set lock_timeout = '2s';
do $$ begin alter table clients rename to customers; exception when undefined_table or duplicate_table then null; end $$;
create or replace view clients with (security_invoker = true) as select id from customers;
reset lock_timeout;
