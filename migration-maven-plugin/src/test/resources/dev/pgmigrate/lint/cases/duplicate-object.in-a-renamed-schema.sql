-- postgres: 14+
-- refused: 42710, 42723, 42P06, 42P07
-- file: 20250101000000_create.sql
create schema app;
create table app.notes (id bigint primary key, owner_id bigint);
create index notes_owner on app.notes (owner_id);
create type app.mood as enum ('glad');
create function app.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger notes_touch before update on app.notes for each row execute function app.touch();
create view app.ids as select id from app.notes;
create sequence app.numbers;
-- file: 20250102000000_rename.sql
alter schema app rename to core;
create schema app;
create table app.notes (id bigint primary key);
create type app.mood as enum ('sad');
create view app.ids as select id from app.notes;
create sequence app.numbers;
create function app.touch() returns trigger language plpgsql as $$ begin return new; end $$;
-- finding: `core.notes`
create table core.notes (id bigint primary key);
-- finding: `notes_owner`
create index notes_owner on core.notes (id);
-- finding: `core.mood`
create type core.mood as enum ('glad');
-- finding: `core.ids`
create view core.ids as select 1 as id;
-- finding: `core.numbers`
create sequence core.numbers;
-- finding: `core.touch()`
create function core.touch() returns trigger language plpgsql as $$ begin return new; end $$;
-- finding: `app`
create schema app;
