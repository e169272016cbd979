-- applied: 20250103000000
-- file: 20250102000000_create_tags.sql
-- finding: `20250102000000_create_tags.sql` would run after 20250103000000
create table if not exists tags (id bigint primary key);
-- file: 20250103000000_create_notes.sql
create table if not exists notes (id bigint primary key);
