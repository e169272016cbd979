-- file: 20250101000000_create.sql
create schema if not exists app;
do $$ begin create type a as enum ('x'); exception when duplicate_object then null; end $$;
do $$ begin
    if not exists (select from pg_type where typname = 'b') then
        create type b as enum ('x');
    end if;
end $$;
drop type if exists c;
create type c as enum ('x');
drop type if exists d;
-- finding: `app.d`
create type app.d as enum ('x');
-- finding: `E`
create type "E" as enum ('x');
do $$ begin
    create type f as enum ('x');
exception when duplicate_table then null;
end $$;
