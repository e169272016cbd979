-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create sequence if not exists note_numbers;
-- file: 20250102000000_drop_numbers.sql
drop sequence if exists note_numbers;
