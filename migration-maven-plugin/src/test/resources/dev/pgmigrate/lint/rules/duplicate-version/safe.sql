-- file: 003_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 004_create_tags.sql
create table if not exists tags (id bigint primary key);
