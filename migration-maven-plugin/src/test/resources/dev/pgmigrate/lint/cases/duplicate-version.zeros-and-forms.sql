-- file: 001_create_users.sql
create table users (id bigint);
-- file: 1_create_teams.sql
-- finding: Duplicate migration version 
create table teams (id bigint);
-- file: 010_create_notes.sql
create table notes (id bigint);
