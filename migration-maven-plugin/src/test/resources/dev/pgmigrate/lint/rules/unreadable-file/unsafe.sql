-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: migrations/20250102000000_notes.sql/read.me
-- finding at migrations/20250102000000_notes.sql: This is a folder
a folder that is named like a migration
