-- postgres: 14+
-- since: origin/main
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 20250102000000_add_body.sql
alter table notes add column if not exists body text;
-- file: 20250103000000_drop_body.sql
-- migrate:ignore ban-drop-column reason="it was never written"
alter table notes drop column if exists body;
