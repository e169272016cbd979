-- postgres: 14+
-- file: 20250101000000_grant_auditor.sql
-- the role is made where the server is set up
create table if not exists audits (id bigint primary key);
grant select on audits to pg_monitor;
