-- runner: psql
-- file: 20250101000000_two.sql
create table a (id bigint);
-- finding: create table b
create table b (id bigint);
-- file: 20250102000000_wrapped.sql
begin;
create table c (id bigint);
create table d (id bigint);
commit;
-- file: 20250103000000_idempotent.sql
create table if not exists a (id bigint);
create table if not exists b (id bigint);
-- file: 20250104000000_one.sql
create table e (id bigint);
