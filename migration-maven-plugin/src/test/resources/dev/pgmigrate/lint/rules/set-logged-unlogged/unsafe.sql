-- postgres: 14+
-- file: 20250101000000_create_order_imports.sql
create table if not exists order_imports (id bigint primary key, line text);
-- file: 20250102000000_unlog_imports.sql
-- finding: rewrites `order_imports`
alter table order_imports set unlogged;
