-- postgres: 14+
-- file: 20250101000000_create_order_imports.sql
create table if not exists order_imports (id bigint primary key, line text);
-- file: 20250102000000_move_imports.sql
-- finding: copies `order_imports`
alter table order_imports set tablespace pg_default;
