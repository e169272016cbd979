-- postgres: 14+
-- file: 20250101000000_create_rates.sql
create table if not exists rates (id bigint primary key, rate numeric(10, 4), code varchar(20));
-- file: 20250102000000_narrow_rates.sql
-- migrate:ignore changing-column-type reason="the table is small"
-- finding: `rate` of `rates` becomes numeric(10,2)
alter table rates alter column rate type numeric(10, 2);
