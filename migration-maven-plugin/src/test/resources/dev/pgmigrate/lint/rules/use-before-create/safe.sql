-- postgres: 14+
-- file: 20250101000000_create_tags.sql
create table if not exists notes (id bigint primary key);
create table if not exists tags (id bigint primary key, note_id bigint references notes (id));
create index if not exists tags_note_id_idx on tags (note_id);
