-- postgres: 14+
-- file: 20250101000000_create_shops.sql
create table if not exists shops (id bigint primary key, name text);
-- finding: after 63 of its 67 bytes
create index if not exists shops_name_for_the_search_on_the_start_page_of_the_administration_x on shops (name);
