-- refused: 42809
-- file: 20250101000000_create.sql
create table t (id bigint primary key, a int);
create view v as select id from t;
create materialized view m as select id from t;
create sequence s;
-- file: 20250102000000_change.sql
-- finding: `v` is a view, not a table
drop table if exists v;
-- finding: `t` is a table, not a view
drop view if exists t;
-- finding: `m` is a materialized view, not a view
drop view m;
-- finding: `t` is a table, not a sequence
drop sequence if exists t;
-- finding: `t` is a table, not an index
drop index if exists t;
-- finding: is a view, which has no indexes
create index i on v (id);
create index j on m (id);
-- finding: is a view, which has no rows of its own
truncate v;
-- finding: is a view, which has no policies
create policy p on v using (true);
-- finding: is a view, which gets its columns from its query
alter table v add column b int;
alter table v alter column id set default 1;
alter table v rename to w;
drop view if exists w;
drop materialized view m;
drop sequence if exists nowhere;
do $$ begin drop view t; exception when wrong_object_type then null; end $$;
