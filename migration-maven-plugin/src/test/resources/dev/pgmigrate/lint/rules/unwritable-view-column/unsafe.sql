-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key, name text);
create or replace view shown_people as select id, upper(name) as title from people;
-- file: 20250102000000_seed_people.sql
-- finding: `title` of the view `public.shown_people`
insert into shown_people (id, title) values (1, 'ANN') on conflict do nothing;
