-- postgres: 14+
-- runner: psql
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key, email text);
-- file: 20250102000000_index_people.sql
drop index concurrently if exists people_email_idx;
create index concurrently people_email_idx on people (email);
