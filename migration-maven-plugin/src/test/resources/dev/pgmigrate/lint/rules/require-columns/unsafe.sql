-- postgres: 14+
-- file: 20250101000000_create_notes.sql
-- finding: `notes` has no column `created_at`
create table if not exists notes (id bigint primary key, body text);
