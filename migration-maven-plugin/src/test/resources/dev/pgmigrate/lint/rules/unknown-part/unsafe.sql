-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text, constraint notes_body_known check (body <> ''));
-- file: 20250102000000_validate_notes.sql
set lock_timeout = '2s';
-- finding: no constraint `notes_text_known`
alter table notes validate constraint notes_text_known;
reset lock_timeout;
