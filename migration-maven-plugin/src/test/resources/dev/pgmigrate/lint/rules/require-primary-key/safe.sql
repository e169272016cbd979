-- postgres: 14+
-- file: 20250101000000_create_readings.sql
create table if not exists readings (
    sensor text not null,
    taken_at timestamptz not null,
    value numeric,
    primary key (sensor, taken_at)
);
