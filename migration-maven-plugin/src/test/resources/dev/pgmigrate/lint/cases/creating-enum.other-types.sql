-- file: 20250101000000_create.sql
create type pair as (a integer, b integer);
create domain mail as text;
create type span as range (subtype = integer);
-- finding: `public.State`
create type public."State" as enum ();
alter type public."State" add value if not exists 'on';
do $$ begin
-- finding: `mood`
    create type mood as enum ('sad');
exception when duplicate_object then null;
end $$;
