-- runner: psql
-- file: 20250101000000_set.sql
-- finding: `work_mem`
alter system set work_mem = '64MB';
-- finding: `work_mem`
alter system reset work_mem;
alter role current_user set work_mem = '64MB';
set work_mem = '64MB';
