-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (
    id bigint primary key,
    body text,
    created_at timestamptz not null default now()
);
