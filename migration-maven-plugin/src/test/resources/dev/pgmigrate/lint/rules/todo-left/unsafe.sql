-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, title text);
-- file: 20250102000000_add_author.sql
-- finding: `TODO` is still in the place of a name
alter table notes add column if not exists TODO bigint;
