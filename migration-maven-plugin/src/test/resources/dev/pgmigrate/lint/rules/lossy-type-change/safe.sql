-- postgres: 14+
-- file: 20250101000000_create_rates.sql
create table if not exists rates (id bigint primary key, rate numeric(10, 4), code varchar(20));
-- file: 20250102000000_widen_codes.sql
set lock_timeout = '2s';
alter table rates alter column code type varchar(40);
reset lock_timeout;
