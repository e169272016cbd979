-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, owner_id uuid);
create index if not exists notes_owner_id_idx on notes (owner_id);
