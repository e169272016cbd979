-- file: 20250101000000_create_notes.sql
-- finding: suppression of `require-if-not-exists` says no reason
-- migrate:ignore require-if-not-exists
create table notes (id bigint primary key);
