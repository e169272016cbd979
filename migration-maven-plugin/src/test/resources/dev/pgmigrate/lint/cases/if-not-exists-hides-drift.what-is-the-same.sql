-- postgres: 14+
-- file: 20250101000000_create.sql
create schema if not exists app;
create table a1 (id bigint primary key, name varchar(20), state text);
create table a2 (id serial primary key);
create index i1 on a1 (name);
create unique index i2 on a1 (state);
create view a3 as select 1 as x;
create table a5 (id bigint);
create temp table a6 (id bigint);
-- file: 20250102000000_again.sql
create table if not exists a1 (id int8, name character varying(20));
create table if not exists a2 (id integer);
create table if not exists app.a1 (id text);
create index if not exists i1 on a1 (name);
alter table a1 add column if not exists name varchar(20);
create table if not exists a6 (id text);
-- finding: its column name is varchar(20) and not text
alter table a1 add column if not exists name text;
-- finding: it is on (name)
create index if not exists i1 on a1 (state);
-- finding: it is unique
create index if not exists i2 on a1 (state);
-- finding: it is a view
create table if not exists a3 (x integer);
-- finding: it is on public.a1
create index if not exists i1 on a5 (id);
-- file: 20250103000000_later.sql
alter table a1 alter column name type text, drop column state;
create table if not exists a1 (id bigint, name text);
-- finding: its column state is missing
create table if not exists a1 (id bigint, state text);
drop table a1;
create table if not exists a1 (id text, other text);
-- file: 20250104000000_doubt.sql
do $$ begin execute format('alter table %I add column c text', 'a5'); end $$;
create table if not exists a5 (id bigint, c text);
