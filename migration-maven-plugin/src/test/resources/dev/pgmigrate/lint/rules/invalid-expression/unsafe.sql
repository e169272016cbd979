-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (
    id bigint primary key,
    -- finding: A default cannot read a column
    status text not null default "draft"
);
