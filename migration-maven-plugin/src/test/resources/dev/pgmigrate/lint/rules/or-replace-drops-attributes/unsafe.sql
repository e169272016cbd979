-- postgres: 14+
-- file: 20250101000000_create_total.sql
create schema if not exists internal;
create or replace function internal.total() returns integer language sql stable security definer set search_path = ''
    as 'select 1';
-- file: 20250102000000_correct_total.sql
-- finding: loses STABLE, SECURITY DEFINER, SET search_path
create or replace function internal.total() returns integer language sql as 'select 2';
