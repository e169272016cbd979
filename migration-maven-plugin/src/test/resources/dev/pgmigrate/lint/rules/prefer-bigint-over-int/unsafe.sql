-- postgres: 14+
-- file: 20250101000000_create_files.sql
create table if not exists files (
    id bigint primary key,
    -- finding: `files.size` is integer
    size integer not null
);
