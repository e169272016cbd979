-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists places (id bigint primary key, zip bigint not null);
create table if not exists people (id bigint primary key, home places);
-- file: 20250102000000_add_city.sql
alter table places add column if not exists city text;
