-- file: 20250101000000_create_notes.sql
-- finding: There is no rule `require-if-exist`
-- migrate:ignore require-if-exist reason="made once"
create table if not exists notes (id bigint primary key);
