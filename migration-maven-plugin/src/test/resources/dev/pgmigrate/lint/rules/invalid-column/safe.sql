-- postgres: 14+
-- file: 20250101000000_create_readings.sql
create table if not exists readings (id bigint primary key, taken timestamptz, note text);
alter table readings alter column note set storage external;
