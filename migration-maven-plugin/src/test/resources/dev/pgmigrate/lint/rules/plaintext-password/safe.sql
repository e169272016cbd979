-- postgres: 14+
-- file: 20250101000000_create_reporter.sql
-- migrate:ignore role-ddl reason="the server has this one database"
do $$ begin create role shop_reporter_without nologin; exception when duplicate_object then null; end $$;
drop role if exists shop_reporter_without;
