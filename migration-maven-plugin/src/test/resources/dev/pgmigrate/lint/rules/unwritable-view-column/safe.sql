-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key, name text);
create or replace view shown_people as select id, upper(name) as title from people;
-- file: 20250102000000_seed_people.sql
insert into people (id, name) values (1, 'Ann') on conflict do nothing;
