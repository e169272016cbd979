-- postgres: 15+
-- file: 20250101000000_create.sql
create table a (id bigint primary key);
create table b (id bigint primary key);
create schema app;
create table app.c (id bigint primary key);
create table gone (id bigint primary key);
create table named (id bigint primary key);
create publication empty;
create publication p for table a, b;
create publication "P" for table only public.a, app.c;
create publication dropped for table a, gone;
create publication renamed for table a, named;
drop table gone;
alter table named rename to called;
-- file: 20250102000000_set.sql
alter publication empty set table a;
alter publication p set table public.b, a;
alter publication p set (publish = 'insert');
alter publication "P" set table a, tables in schema app;
alter publication dropped set table a;
alter publication renamed set table a, called;
-- finding: public.a
alter publication p set table b;
-- file: 20250103000000_unknown.sql
do $$ begin
    if exists (select from pg_publication where pubname = 'elsewhere') then
-- finding: not named here
        alter publication elsewhere set table a;
    end if;
end $$;
