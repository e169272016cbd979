-- postgres: 14+
-- refused: 2BP01
-- file: 20250101000000_create.sql
create type mood as enum ('glad');
create table notes (id bigint primary key, mood mood);
create table tags (id bigint primary key, note_id bigint references notes (id));
create table links (id bigint primary key, note_id bigint references notes (id));
create view calm as select id from notes;
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger notes_touch before update on notes for each row execute function touch();
create table other (id bigint primary key);
create view others as select id from other;
create table last (id bigint primary key);
-- file: 20250102000000_drop.sql
-- finding: The function `touch` is dropped before the trigger `notes_touch` on `public.notes`
drop function touch();
drop trigger notes_touch on notes;
-- finding: The type `mood` is dropped before the column `mood` on `public.notes`
drop type mood;
alter table notes drop column mood;
-- finding: The table `notes` is dropped before the view `public.calm`
drop table if exists notes;
alter table tags drop constraint tags_note_id_fkey;
drop view calm;
drop table links;
drop table other;
drop index last_pkey;
drop table last;
