-- postgres: 14+
-- file: 20250101000000_create_mood.sql
-- finding: `mood` exists when the file runs again
create type mood as enum ('happy', 'sad');
