-- postgres: 14+
-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key, body text);
create table if not exists short_notes (id bigint primary key, body text);
create table if not exists long_notes (id bigint primary key, body text);
create table if not exists old_notes (id bigint primary key, body text);
-- file: 20250102000000_views.sql
-- finding: `short_notes` is a view when the file runs again, and DROP TABLE fails with 42809
drop table short_notes;
create or replace view short_notes as select id from notes where length(body) < 9;
do $$ begin
    drop table if exists long_notes;
exception when wrong_object_type then null;
end $$;
create or replace view long_notes as select id from notes where length(body) > 9;
drop table if exists old_notes;
create table if not exists old_notes (id bigint primary key);
