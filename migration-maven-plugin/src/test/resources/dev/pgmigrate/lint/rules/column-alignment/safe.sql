-- postgres: 14+
-- file: 20250101000000_create_points.sql
create table if not exists points (
    id bigint primary key,
    at timestamptz not null,
    seen boolean not null,
    done boolean not null
);
