-- postgres: 14+
-- file: 20250101000000_index_notes.sql
create table if not exists notes (id bigint primary key, body jsonb);
create index if not exists notes_body_idx on notes using gin (body);
