-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id uuid primary key default gen_random_uuid());
