-- postgres: 14+
-- file: 20250101000000_log_notes.sql
create table if not exists notes (id bigint primary key, body text);
create table if not exists note_log (id bigint primary key, body text);
create or replace rule log_notes as on insert to notes
-- finding: has no OLD
do also insert into note_log (id, body) values (old.id, old.body);
