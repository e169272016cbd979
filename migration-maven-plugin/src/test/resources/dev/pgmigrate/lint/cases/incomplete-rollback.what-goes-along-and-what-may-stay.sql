-- file: 001_create_notes.sql
create extension if not exists pgcrypto;
create table if not exists notes (id bigint primary key, body text);
create index if not exists notes_body on notes (body);
create or replace function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create or replace trigger notes_touch before update on notes for each row execute function touch();
-- file: rollback/001_create_notes.sql
drop table if exists notes;
drop function if exists touch();
-- file: 002_add_title.sql
alter table notes add column if not exists title text check (title <> '');
create index if not exists notes_title on notes (title);
-- file: rollback/002_add_title.sql
alter table notes drop column if exists title;
-- file: 003_more.sql
create type mood as enum ('ok');
alter table notes add column if not exists mood mood;
alter table notes drop constraint if exists long, add constraint long check (id > 0) not valid;
create index if not exists notes_id on notes (id, body);
-- file: rollback/003_more.sql
-- finding: the index `public.notes_id`, the constraint `long` of `public.notes`, the type `public.mood` are still there
alter table notes drop column if exists mood;
