-- postgres: 14+
-- file: 20250101000000_grant_auditor.sql
-- the role is made where the server is set up
create schema if not exists trade;
create table if not exists trade.audits (id bigint primary key);
grant select on trade.audits to pg_monitor;
