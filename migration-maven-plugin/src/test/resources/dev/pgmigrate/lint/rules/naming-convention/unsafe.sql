-- postgres: 14+
-- file: 20250101000000_create_notes.sql
-- finding: `userNotes` is not of the form [a-z][a-z0-9_]*
create table if not exists "userNotes" (id bigint primary key);
