-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text);
create or replace view texts as select body from notes;
-- file: 20250101000000_create_notes.down.sql
drop view if exists texts;
drop table if exists notes;
