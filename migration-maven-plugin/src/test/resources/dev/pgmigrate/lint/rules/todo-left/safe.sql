-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, title text default 'TODO');
-- file: 20250102000000_add_author.sql
-- TODO fill it for old notes
alter table notes add column if not exists author_id bigint;
