-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (
    id bigint primary key,
    -- finding: `users.name` is varchar(50)
    name varchar(50) not null
);
