-- file: 20250101000000_set.sql
set search_path = public;
set work_mem = '64MB';
