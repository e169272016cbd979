-- postgres: 14+
-- file: 20250101000000_create_prices.sql
create table if not exists prices (id bigint primary key, amount numeric);
create or replace view price_list as select id, amount from prices;
-- file: 20250102000000_drop_price_list.sql
set lock_timeout = '2s';
drop view if exists price_list;
reset lock_timeout;
