-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (
    id bigint primary key,
    name text not null,
    deleted_at timestamptz
);
