-- postgres: 14+
-- refused: 42703, 42704, 42710, 42P01
-- file: 20250101000000_made_and_dropped.sql
create table notes (id bigint constraint notes_known check (id > 0), body text);
create index notes_body on notes (body);
create view titles as select id from notes;
create type mood as enum ('calm', 'tense');
create type pair as (a int, b text);
create domain short as text constraint short_enough check (length(value) < 10);
create type shell;
drop index notes_body;
drop view titles;
drop type mood;
drop type shell;
alter type pair drop attribute b;
-- file: 20250102000000_changes.sql
drop index notes_body;
alter index notes_body rename to notes_text;
reindex index notes_body;
drop index if exists notes_body;
alter index if exists notes_body rename to notes_text;
alter view titles alter column id set default 1;
comment on view titles is 'titles';
drop type mood;
create table days (id bigint, feeling mood);
alter table notes add column feelings mood[];
create type shell (input = int4in, output = int4out);
-- finding: no constraint `notes_long`
alter table notes drop constraint notes_long;
alter table notes drop constraint if exists notes_long;
-- finding: no constraint `notes_long`
alter table notes validate constraint notes_long;
alter table notes add constraint notes_short check (id < 100) not valid, validate constraint notes_short;
-- finding: no constraint `notes_long`
alter table notes rename constraint notes_long to notes_longer;
-- finding: no trigger `notes_touch`
alter table notes disable trigger notes_touch;
-- finding: no index `notes_body`
alter table notes cluster on notes_body;
-- finding: no attribute `b`
alter type pair drop attribute b;
-- finding: no attribute `b`
alter type pair rename attribute b to c;
-- finding: no attribute `b`
comment on column pair.b is 'gone';
alter type pair drop attribute if exists b;
-- finding: no constraint `long_enough`
alter domain short drop constraint long_enough;
alter domain short drop constraint if exists long_enough;
alter domain short drop constraint short_enough;
