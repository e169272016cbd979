-- postgres: 14+
-- file: 20250101000000_create_countries.sql
create table if not exists countries (
    id bigint primary key,
    code text not null check (char_length(code) <= 2)
);
