-- flavour: supabase
-- file: 20250101000000_create.sql
create schema app;
create table app.notes (id bigint);
create temp table scratch (id bigint);
create view names as select 1 as one;
-- finding: `public.a`
create table a (id bigint);
create table b (id bigint);
create table c (id bigint) partition by range (id);
create table c1 partition of c for values from (1) to (2);
alter table c enable row level security;
create table moved (id bigint);
create table "D" (id bigint);
create table revoked (id bigint);
revoke all on revoked from anon, authenticated;
-- finding: `public.copies`
create table copies as select 1 as one;
create table on_and_off (id bigint);
alter table on_and_off enable row level security;
-- file: 20250102000000_enable.sql
alter table if exists public.b enable row level security;
alter table moved set schema app;
alter table "D" rename to d;
alter table d enable row level security;
