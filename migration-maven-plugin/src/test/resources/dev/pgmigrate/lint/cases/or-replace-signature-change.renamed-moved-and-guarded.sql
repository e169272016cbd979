-- postgres: 14+
-- refused: 42P13
-- file: 20250101000000_create.sql
create schema if not exists app;
create type mood as enum ('sad');
create function g1() returns int language sql as 'select 1';
create function g2() returns int language sql as 'select 1';
create function g3() returns mood language sql as $$ select 'sad'::mood $$;
create function g4(m mood) returns int language sql as 'select 1';
create function g5() returns int language sql as 'select 1';
create function g6() returns int language sql as 'select 1';
create function public.g7(m public.mood) returns int language sql as 'select 1';
-- file: 20250102000000_change.sql
alter function g1() rename to g1_old;
create or replace function g1() returns text language sql as 'select ''1''';
alter function g2() set schema app;
create or replace function g2() returns text language sql as 'select ''1''';
create or replace function g3() returns public.mood language sql as $$ select 'sad'::mood $$;
do $$ begin
    create or replace function g5() returns text language sql as 'select ''1''';
exception when invalid_function_definition then null;
end $$;
-- file: 20250103000000_change.sql
-- finding: changes what it returns
create or replace function app.g2() returns text language sql as 'select ''1''';
-- file: 20250104000000_change.sql
-- finding: renames its parameter m to other
create or replace function g7(other mood) returns int language sql as 'select 1';
-- file: 20250105000000_change.sql
drop type mood cascade;
create type mood as enum ('glad');
create or replace function g4(other mood) returns text language sql as 'select ''1''';
-- file: 20250106000000_change.sql
do $$ begin
    if exists (select 1 from pg_proc where proname = 'g6') then
        drop function g6();
    end if;
end $$;
create or replace function g6() returns text language sql as 'select ''1''';
