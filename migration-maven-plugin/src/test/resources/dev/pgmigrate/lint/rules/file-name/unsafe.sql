-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: add_author.sql
-- finding at migrations/add_author.sql: `add_author.sql` is not run
alter table notes add column if not exists author text;
