-- postgres: 14+
-- file: 20250101000000_create_order_imports.sql
create unlogged table if not exists order_imports (id bigint primary key, line text);
