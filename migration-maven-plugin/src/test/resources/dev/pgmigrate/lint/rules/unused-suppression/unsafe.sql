-- file: 20250101000000_create_notes.sql
-- finding: Nothing here is found by `require-if-not-exists`
-- migrate:ignore require-if-not-exists reason="made once"
create table if not exists notes (id bigint primary key);
