-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text);
-- file: 20250102000000_rename_notes.sql
alter table notes rename to texts;
-- file: 20250103000000_index_notes.sql
-- finding: table `notes` is dropped or renamed by an earlier statement
alter table notes add column if not exists title text;
