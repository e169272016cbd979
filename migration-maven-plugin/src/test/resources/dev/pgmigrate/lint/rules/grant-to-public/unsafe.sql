-- postgres: 14+
-- file: 20250101000000_create_prices.sql
create table if not exists prices (id bigint primary key, amount numeric);
-- finding: granted on `prices`
grant select on prices to public;
