-- postgres: 14+
-- file: 20250101000000_create_files.sql
create table if not exists files (
    id bigint primary key,
    size bigint not null
);
