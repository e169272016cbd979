-- postgres: 14+
-- runner: psql
-- refused: 0A000
-- file: 20250101000000_create.sql
create temp table scratch (id int) partition by range (id);
-- finding: `scratch`
create index concurrently scratch_id on scratch (id);
create index scratch_id on scratch (id);
drop index concurrently scratch_id;
create table kept (id int) partition by range (id);
create index kept_id on kept (id);
-- finding: `kept`
drop index concurrently kept_id;
