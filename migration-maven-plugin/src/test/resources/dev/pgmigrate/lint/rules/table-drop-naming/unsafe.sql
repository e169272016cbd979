-- postgres: 14+
-- file: 20250101000000_create_invoices.sql
create table if not exists invoices (id bigint primary key);
-- file: 20250102000000_drop_invoices.sql
-- finding: `invoices` is dropped
drop table if exists invoices;
