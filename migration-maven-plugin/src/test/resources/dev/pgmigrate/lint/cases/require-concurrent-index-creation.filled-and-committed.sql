-- runner: psql
-- file: 20250101000000_made.sql
create table t (id bigint primary key, a integer);
create index t_id on t (id);
insert into t values (1, 2);
-- finding: `t`
create index t_a on t (a);
