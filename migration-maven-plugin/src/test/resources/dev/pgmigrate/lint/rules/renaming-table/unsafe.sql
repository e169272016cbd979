-- postgres: 15+
-- file: 20250101000000_create_clients.sql
create table if not exists clients (id bigint primary key);
-- file: 20250102000000_rename_clients.sql
-- finding: reads `clients`
alter table if exists clients rename to customers;
