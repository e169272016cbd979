-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key);
