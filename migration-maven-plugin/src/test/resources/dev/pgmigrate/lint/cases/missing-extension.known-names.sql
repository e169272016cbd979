-- postgres: 14+
-- refused: 42704, 42883
-- file: 20250101000000_create.sql
create table a (id uuid default gen_random_uuid(), h bytea default sha256('x'));
create function crypt(text) returns text language sql as 'select $1';
create table b (id text default crypt('x'));
create function f() returns uuid language plpgsql as 'begin return uuid_generate_v4(); end';
create domain citext as text;
create table c (t citext);
create schema own;
create type own.vector as (x integer);
create table d (v own.vector);
create table vector (x integer);
create table e (v vector);
-- file: 20250102000000_use.sql
-- finding: `uuid_generate_v1` comes with the extension `uuid-ossp`
create table g (id uuid default uuid_generate_v1(), other uuid default uuid_generate_v4());
-- file: 20250103000000_use.sql
-- finding: `gin_trgm_ops` comes with the extension `pg_trgm`
create index i on b using gin (id gin_trgm_ops);
-- file: 20250104000000_use.sql
-- finding: `hstore` comes with the extension `hstore`
alter table a add column s hstore;
-- file: 20250105000000_use.sql
create extension if not exists "uuid-ossp";
create table h (id uuid default uuid_generate_v4());
do $$ begin
    if not exists (select 1 from pg_extension where extname = 'hstore') then
        create extension hstore;
    end if;
end $$;
alter table a add column s2 hstore;
-- file: 20250106000000_use.sql
-- finding: `gen_salt` comes with the extension `pgcrypto`
select gen_salt('bf');
