-- postgres: 14+
-- file: 20250101000000_create_readings.sql
create table if not exists readings (id bigint primary key, taken timestamptz, note text);
-- finding: whose values stay where they are
alter table readings alter column taken set storage external;
