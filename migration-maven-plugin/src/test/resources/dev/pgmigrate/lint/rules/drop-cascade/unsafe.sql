-- postgres: 14+
-- file: 20250101000000_create_prices.sql
create table if not exists prices (id bigint primary key, amount numeric);
create or replace view price_list as select id, amount from prices;
-- file: 20250102000000_drop_price_list.sql
-- finding: view `price_list`
drop view if exists price_list cascade;
