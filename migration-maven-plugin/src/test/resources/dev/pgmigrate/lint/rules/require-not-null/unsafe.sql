-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (
    id bigint primary key,
    -- finding: `users.name` may be NULL
    name text
);
