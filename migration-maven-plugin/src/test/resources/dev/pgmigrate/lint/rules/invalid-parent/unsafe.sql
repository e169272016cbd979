-- postgres: 14+
-- file: 20250101000000_create_places.sql
create table if not exists places (id bigint, name text, constraint places_pkey primary key (id));
-- file: 20250102000000_create_cities.sql
create table if not exists cities (
    -- finding: has another type in `places`
    name bigint,
    mayor text,
    constraint cities_pkey primary key (id)
) inherits (places);
