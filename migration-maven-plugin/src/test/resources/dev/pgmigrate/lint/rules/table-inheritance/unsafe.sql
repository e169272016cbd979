-- postgres: 14+
-- file: 20250101000000_create_cities.sql
create table if not exists cities (id bigint primary key, name text);
-- finding: `capitals` inherits from `cities`
create table if not exists capitals (state text) inherits (cities);
