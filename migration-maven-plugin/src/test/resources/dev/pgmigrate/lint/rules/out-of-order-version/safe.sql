-- applied: 20250103000000
-- file: 20250103000000_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 20250104000000_create_tags.sql
create table if not exists tags (id bigint primary key);
