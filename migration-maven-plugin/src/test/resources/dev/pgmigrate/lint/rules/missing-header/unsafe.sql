-- postgres: 14+
-- file: 20250101000000_create_notes.sql
-- finding: has no line for Description
create table if not exists notes (id bigint primary key);
