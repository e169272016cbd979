-- postgres: 14+
-- file: 20250101000000_create_points.sql
-- finding: waste 14 bytes a row
create table if not exists points (
    seen boolean not null,
    id bigint primary key,
    done boolean not null,
    at timestamptz not null
);
