-- postgres: 14+
-- file: 20250101000000_create_users.sql
-- finding: `\connect` is a command of psql
\connect app
create table if not exists users (id bigint primary key);
