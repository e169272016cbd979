-- flavour: supabase
-- file: 20250101000000_create.sql
create schema private;
create materialized view private.m as select 1 as one;
-- finding: `public.M`
create materialized view "M" as select 1 as one;
create materialized view if not exists hidden as select 1 as one with no data;
revoke select on public.hidden from anon, authenticated;
create materialized view half as select 1 as one;
revoke select on half from anon;
-- file: 20250102000000_more.sql
revoke select on half from authenticated;
