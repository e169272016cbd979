-- postgres: 14+
-- file: 20250101000000_create.sql
create extension if not exists plpgsql;
do $$ begin create foreign data wrapper far; exception when duplicate_object then null; end $$;
create server if not exists away foreign data wrapper far;
-- finding: `public away`
create user mapping for public server away;
create user mapping if not exists for current_user server away;
-- finding: schema `crm` exists
create schema crm create table people (id bigint primary key);
create schema if not exists erp;
