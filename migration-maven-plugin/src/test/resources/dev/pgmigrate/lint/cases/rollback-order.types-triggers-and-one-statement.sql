-- file: 001_create_notes.sql
create type mood as enum ('ok');
create or replace function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table if not exists notes (id bigint primary key, mood mood);
create table if not exists tags (id bigint primary key, note_id bigint references notes (id));
create or replace trigger notes_touch before update on notes for each row execute function touch();
create or replace view calm as select id from notes;
-- file: rollback/001_create_notes.sql
-- finding: The type `mood` is dropped before the column `mood` on `public.notes`
drop type if exists mood;
-- finding: The function `touch` is dropped before the trigger `notes_touch` on `public.notes`
drop function if exists touch();
drop view if exists calm;
drop table if exists notes, tags;
-- file: 002_create_more.sql
create table if not exists more (id bigint primary key);
create or replace view ids as select id from more;
-- file: rollback/002_create_more.sql
drop view if exists ids;
drop table if exists more;
-- file: 003_create_drafts.sql
create table if not exists drafts (id bigint primary key);
create or replace view titles as select id from drafts;
-- file: rollback/003_create_drafts.sql
-- finding: before the view `public.titles`
drop table if exists drafts;
-- file: 004_create_guarded.sql
create table if not exists guarded (id bigint primary key);
create or replace view guards as select id from guarded;
-- file: rollback/004_create_guarded.sql
do $$ begin
    drop table if exists guarded;
exception when dependent_objects_still_exist then null;
end $$;
drop view if exists guards;
drop table if exists guarded;
