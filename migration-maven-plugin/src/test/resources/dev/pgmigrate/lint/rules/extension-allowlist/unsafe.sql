-- postgres: 14+
-- file: 20250101000000_create_extension.sql
-- finding: Extension `hstore`
create extension if not exists hstore;
