-- postgres: 14+
-- since: origin/main
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text);
-- finding at migrations/20250101000000_create_notes.sql: has changed since origin/main
-- file there: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
