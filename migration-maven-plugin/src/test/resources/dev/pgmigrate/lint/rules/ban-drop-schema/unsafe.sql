-- postgres: 14+
-- file: 20250101000000_create_reporting.sql
create schema if not exists reporting;
-- file: 20250102000000_drop_reporting.sql
-- finding: everything in schema `reporting`
drop schema if exists reporting cascade;
