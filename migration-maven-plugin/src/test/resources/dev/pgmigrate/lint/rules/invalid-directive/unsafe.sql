-- file: 20250101000000_create_notes.sql
-- finding: `
-- migrate:ignroe require-if-not-exists reason="made once"
create table if not exists notes (id bigint primary key);
