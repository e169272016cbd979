-- postgres: 14+
-- runner: flyway
-- file: 20250101000000_create.sql
create schema if not exists app;
create table app.t (a integer);
create table t (a integer);
-- file: 20250102000000_index.sql
-- finding: the index `t_a`
create index concurrently if not exists t_a on app.t (a);
-- file: 20250103000000_index.sql
drop index concurrently if exists app.t_b;
create index concurrently if not exists t_b on app.t (a);
-- file: 20250104000000_index.sql
create index if not exists t_c on t (a);
-- file: 20250105000000_index.sql
drop index concurrently if exists app.t_d;
-- finding: the index `t_d`
create index concurrently if not exists t_d on t (a);
