-- postgres: 14+
-- file: 20250101000000_create_extension.sql
create extension if not exists citext;
