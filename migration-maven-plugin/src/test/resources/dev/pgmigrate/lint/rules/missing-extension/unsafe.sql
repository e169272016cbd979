-- postgres: 14+
-- file: 20250101000000_create_notes.sql
-- finding: `uuid_generate_v4` comes with the extension `uuid-ossp`
create table if not exists notes (id uuid primary key default uuid_generate_v4());
