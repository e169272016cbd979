-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint, day date) partition by range (day);
-- file: 20250102000000_index_orders.sql
-- finding: blocks writes to `orders` and all its partitions
create index if not exists orders_day_idx on orders (day);
create index if not exists orders_id_idx on only orders (id);
create temp table scratch (id bigint);
create index scratch_idx on scratch (id);
create materialized view if not exists days as select distinct day from orders;
create index if not exists days_idx on days (day);
