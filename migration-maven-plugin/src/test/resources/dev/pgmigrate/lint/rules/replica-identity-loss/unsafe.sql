-- postgres: 14+
-- file: 20250101000000_create_readings.sql
create table if not exists readings (id bigint, value int, constraint readings_pkey primary key (id));
do $$ begin create publication reading_changes for table readings; exception when duplicate_object then null; end $$;
-- file: 20250102000000_drop_key.sql
-- migrate:ignore drop-primary-key reason="shown by another rule"
-- finding: publication `reading_changes`
alter table readings drop constraint if exists readings_pkey;
