-- postgres: 14+
-- file: 20250101000000_create_order_imports.sql
create table if not exists order_imports (id bigint primary key, quantity text);
-- finding: `quantity`
alter table order_imports alter column quantity type bigint;
