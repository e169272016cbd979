-- postgres: 14+
-- file: 20250101000000_create_tags.sql
-- finding: table `notes` is made only further down
create table if not exists tags (id bigint primary key, note_id bigint references notes (id));
create table if not exists notes (id bigint primary key);
