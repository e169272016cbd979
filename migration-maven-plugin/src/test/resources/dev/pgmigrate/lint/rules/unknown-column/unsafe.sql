-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, owner_id uuid);
-- finding: `notes` has no column `user_id`
create index if not exists notes_user_id_idx on notes (user_id);
