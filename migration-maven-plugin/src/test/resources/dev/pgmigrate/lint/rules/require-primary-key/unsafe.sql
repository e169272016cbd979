-- postgres: 14+
-- file: 20250101000000_create_readings.sql
-- finding: `public.readings` has no primary key
create table if not exists readings (sensor text not null, taken_at timestamptz not null, value numeric);
