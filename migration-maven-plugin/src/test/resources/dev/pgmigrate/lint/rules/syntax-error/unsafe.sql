-- file: 20250101000000_create_notes.sql
-- finding: syntax error at or near "tabel"
create tabel notes (id bigint primary key);
