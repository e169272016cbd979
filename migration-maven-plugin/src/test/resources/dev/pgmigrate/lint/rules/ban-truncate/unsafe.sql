-- postgres: 14+
-- file: 20250101000000_create_carts.sql
create table if not exists carts (id bigint primary key, abandoned boolean);
-- file: 20250102000000_empty_carts.sql
-- finding: all rows of `carts`
truncate carts;
