-- postgres: 14+
-- file: 20250101000000_create_carts.sql
create table if not exists carts (id bigint primary key);
-- file: 20250102000000_empty_carts.sql
delete from carts where id between 1 and 1000;
