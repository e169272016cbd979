-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text);
create or replace view texts as select body from notes;
-- file: 20250102000000_change_texts.sql
set lock_timeout = '2s';
drop view if exists texts;
reset lock_timeout;
