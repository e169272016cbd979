-- postgres: 14+
-- file: 001_create_users.sql
-- Version: 001
create table if not exists users (id bigint primary key);
-- file: 002_create_notes.sql
-- Version: 002
create table if not exists notes (id bigint primary key);
