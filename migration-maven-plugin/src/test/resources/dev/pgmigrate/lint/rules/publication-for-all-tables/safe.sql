-- postgres: 14+
-- file: 20250101000000_publish.sql
create schema if not exists trade;
create table if not exists trade.events (id bigint primary key);
do $$ begin create publication some_things for table trade.events; exception when duplicate_object then null; end $$;
