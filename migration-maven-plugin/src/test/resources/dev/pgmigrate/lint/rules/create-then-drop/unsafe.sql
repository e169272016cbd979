-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key);
create table if not exists people_draft (id bigint primary key);
-- finding: table `people_draft` is made earlier in this file
drop table if exists people_draft;
