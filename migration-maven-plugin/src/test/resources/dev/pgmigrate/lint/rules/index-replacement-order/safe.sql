-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, owner_id bigint, body text);
create index if not exists notes_owner_idx on notes (owner_id);
-- file: 20250102000000_widen_index.sql
drop index concurrently if exists notes_owner_id_idx;
create index concurrently notes_owner_id_idx on notes (owner_id, id);
drop index concurrently if exists notes_owner_idx;
