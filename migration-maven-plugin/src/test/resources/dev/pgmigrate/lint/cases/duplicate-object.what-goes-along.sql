-- postgres: 14+
-- runner: psql
-- refused: 42701
-- file: 20250101000000_generated_columns.sql
create table lines (id bigint primary key, price int, total int generated always as (price * 2) stored);
alter table lines drop column price cascade;
alter table lines add column price int, add column total int generated always as (price * 3) stored;
-- finding: `lines.total`
alter table lines add column total int;
-- file: 20250102000000_inheritance.sql
create table parents (id bigint);
create table children (id bigint);
alter table children inherit parents;
drop table parents cascade;
create table children (id bigint);
-- file: 20250103000000_on_commit_drop.sql
begin;
create temp table parts (a int) partition by list (a) on commit drop;
create temp table parts_1 partition of parts for values in (1);
commit;
begin;
create temp table parts (a int) partition by list (a) on commit drop;
create temp table parts_1 partition of parts for values in (1);
commit;
-- file: 20250104000000_chains.sql
begin;
create table kept (id bigint);
commit and chain;
rollback and chain;
rollback;
drop table kept;
rollback;
create table kept (id bigint);
