-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists places (id bigint primary key, zip bigint not null);
create table if not exists people (id bigint primary key, home places);
