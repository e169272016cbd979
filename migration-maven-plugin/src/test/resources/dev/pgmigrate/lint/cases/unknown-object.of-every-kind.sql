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
-- finding: index `notes_body` is dropped
drop index notes_body;
-- finding: index `notes_body` is dropped
alter index notes_body rename to notes_text;
-- finding: index `notes_body` is dropped
reindex index notes_body;
drop index if exists notes_body;
alter index if exists notes_body rename to notes_text;
-- finding: view `titles` is dropped
alter view titles alter column id set default 1;
-- finding: view `titles` is dropped
comment on view titles is 'titles';
-- finding: type `mood` is dropped
drop type mood;
-- finding: type `mood` is dropped
create table days (id bigint, feeling mood);
-- finding: type `mood` is dropped
alter table notes add column feelings mood[];
-- finding: type `shell` is dropped
create type shell (input = int4in, output = int4out);
alter table notes drop constraint notes_long;
alter table notes drop constraint if exists notes_long;
alter table notes validate constraint notes_long;
alter table notes add constraint notes_short check (id < 100) not valid, validate constraint notes_short;
alter table notes rename constraint notes_long to notes_longer;
alter table notes disable trigger notes_touch;
alter table notes cluster on notes_body;
alter type pair drop attribute b;
alter type pair rename attribute b to c;
comment on column pair.b is 'gone';
alter type pair drop attribute if exists b;
alter domain short drop constraint long_enough;
alter domain short drop constraint if exists long_enough;
alter domain short drop constraint short_enough;
