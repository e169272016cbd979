-- postgres: 14+
-- file: 20250101000000_create_totals.sql
create table if not exists orders (id bigint primary key, shop text, total bigint);
create materialized view if not exists shop_totals as select shop, sum(total) as total from orders group by shop;
create unique index if not exists shop_totals_shop_key on shop_totals (shop);
-- file: 20250102000000_refresh_totals.sql
set lock_timeout = '2s';
refresh materialized view concurrently shop_totals;
reset lock_timeout;
