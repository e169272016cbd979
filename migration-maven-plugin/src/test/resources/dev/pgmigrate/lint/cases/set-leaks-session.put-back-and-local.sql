-- runner: liquibase
-- file: 20250101000000_set.sql
set local work_mem = '64MB';
set statement_timeout = '5s';
reset statement_timeout;
-- finding: `search_path`
set search_path = app, public;
set lock_timeout = '2s';
select 1;
set lock_timeout to default;
