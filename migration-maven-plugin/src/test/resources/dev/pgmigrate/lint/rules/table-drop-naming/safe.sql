-- postgres: 14+
-- file: 20250101000000_create_invoices.sql
create table if not exists invoices_old (id bigint primary key);
-- file: 20250102000000_drop_invoices.sql
-- migrate:ignore ban-drop-table reason="renamed in release 2.4, and nobody has missed it"
drop table if exists invoices_old;
