-- postgres: 14+
-- file: 20250101000000_create_countries.sql
create table if not exists countries (
    id bigint primary key,
    -- finding: `countries.code`
    code char(2) not null
);
