-- postgres: 14+
-- file: 20250101000000_create_budgets.sql
create table if not exists budgets (id bigint primary key);
-- finding: on `budgets`
grant select on budgets to pg_monitor with grant option;
