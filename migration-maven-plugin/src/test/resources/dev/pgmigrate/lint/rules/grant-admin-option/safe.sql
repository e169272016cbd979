-- postgres: 14+
-- file: 20250101000000_create_editors.sql
-- migrate:ignore role-ddl reason="one server, one application"
do $$ begin create role shop_editors_no_option nologin; exception when duplicate_object then null; end $$;
grant pg_monitor to shop_editors_no_option;
revoke pg_monitor from shop_editors_no_option;
drop role if exists shop_editors_no_option;
