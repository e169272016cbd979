-- file: 003_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 003_create_tags.sql
-- finding: Duplicate migration version 003: `003_create_notes.sql` and `003_create_tags.sql`
create table if not exists tags (id bigint primary key);
