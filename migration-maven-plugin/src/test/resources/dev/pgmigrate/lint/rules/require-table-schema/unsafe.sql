-- postgres: 14+
-- file: 20250101000000_create_notes.sql
-- finding: Which `notes` is meant
create table if not exists notes (id bigint primary key);
