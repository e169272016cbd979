-- postgres: 14+
-- since: origin/main
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
-- finding at migrations/20250102000000_add_body.sql: is in origin/main and gone here
-- file there: 20250102000000_add_body.sql
alter table notes add column if not exists body text;
