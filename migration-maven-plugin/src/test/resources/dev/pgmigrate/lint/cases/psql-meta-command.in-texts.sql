-- file: 20250101000000_create.sql
select E'\\d', '\d';
comment on schema public is 'a
\d b';
do $$ begin perform '\connect'; end $$;
-- finding: \set
\set ON_ERROR_STOP on
select 1;
