-- file: 20250101000000_create_notes.sql
-- migrate:ignore require-if-not-exists reason="the installer runs it once"
create table notes (id bigint primary key);
