-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
create table if not exists tags (id bigint primary key, note_id bigint not null references notes (id));
create index if not exists tags_note_id on tags (note_id);
-- file: rollback/20250101000000_create_notes.sql
-- finding: The table `notes` is dropped before the foreign key `tags_note_id_fkey` on `public.tags`
drop table if exists notes;
drop table if exists tags;
