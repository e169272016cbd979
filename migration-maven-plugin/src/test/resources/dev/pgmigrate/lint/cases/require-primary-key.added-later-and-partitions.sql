-- file: 001_create_all.sql
create table if not exists events (id bigint, day date) partition by range (day);
create table if not exists events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
create temporary table scratch (a int);
-- file: 002_add_key.sql
alter table events add constraint events_pkey primary key (id, day);
-- finding: `public.names` has no primary key
create table if not exists names (name text unique);
