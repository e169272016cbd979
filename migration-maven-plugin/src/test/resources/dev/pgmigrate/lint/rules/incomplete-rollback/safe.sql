-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text);
create table if not exists tags (id bigint primary key, label text);
-- file: rollback/20250101000000_create_notes.sql
drop table if exists tags;
drop table if exists notes;
