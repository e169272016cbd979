-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists user_notes (id bigint primary key);
