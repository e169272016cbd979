-- postgres: 14+
-- file: 001_create_users.sql
create table if not exists users (id bigint primary key);
-- file: 002_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 003_create_tags.sql
create table if not exists tags (id bigint primary key);
