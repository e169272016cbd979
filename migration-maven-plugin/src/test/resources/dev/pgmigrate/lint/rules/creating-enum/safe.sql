-- postgres: 14+
-- file: 20250101000000_create_moods.sql
create table if not exists moods (name text primary key);
