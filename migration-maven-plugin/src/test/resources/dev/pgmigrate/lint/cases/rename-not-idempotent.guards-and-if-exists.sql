-- file: 20250101000000_create.sql
create table a (x integer);
create table b (x integer);
create type e as enum ('p', 'q');
create type g as enum ('p');
create schema app;
-- file: 20250102000000_rename.sql
-- finding: 42703
alter table a rename column x to y;
alter table if exists b rename to c;
-- finding: runs again
alter type e rename value 'p' to 'P';
do $$ begin alter table a rename column y to z; exception when undefined_column then null; end $$;
-- finding: 42P01
alter table public.a set schema app;
do $$ begin
    if exists (select from information_schema.columns where table_schema = 'public' and table_name = 'c' and column_name = 'x') then
        alter table c rename column x to y;
    end if;
end $$;
-- finding: 42704
alter type g rename to f;
