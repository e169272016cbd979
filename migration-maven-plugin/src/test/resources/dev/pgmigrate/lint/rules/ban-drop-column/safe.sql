-- postgres: 14+
-- file: 20250101000000_create_customers.sql
create table if not exists customers (id bigint primary key, fax text);
-- file: 20250102000000_drop_fax.sql
set lock_timeout = '2s';
-- migrate:ignore ban-drop-column reason="no release since 2.4 reads it"
alter table customers drop column if exists fax;
reset lock_timeout;
