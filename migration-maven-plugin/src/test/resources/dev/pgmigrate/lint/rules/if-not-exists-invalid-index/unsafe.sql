-- postgres: 14+
-- runner: psql
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key, email text);
-- file: 20250102000000_index_people.sql
-- finding: leaves the index `people_email_idx` behind as INVALID
create index concurrently if not exists people_email_idx on people (email);
