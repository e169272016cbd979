-- postgres: 14+
-- file: 20250101000000_create_cities.sql
create table if not exists cities (id bigint primary key, name text);
create table if not exists capitals (city_id bigint primary key references cities (id), state text);
