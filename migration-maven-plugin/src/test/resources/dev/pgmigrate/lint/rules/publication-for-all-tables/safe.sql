-- postgres: 14+
-- file: 20250101000000_publish.sql
create table if not exists events (id bigint primary key);
do $$ begin create publication some_things for table events; exception when duplicate_object then null; end $$;
