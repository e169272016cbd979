-- postgres: 14+
-- file: 20250101000000_create_events.sql
create table if not exists events (
    id bigint primary key,
    payload jsonb not null
);
