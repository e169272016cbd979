-- postgres: 14+
-- file: 20250101000000_create_readings.sql
create table if not exists readings (id bigint, value int not null, constraint readings_pkey primary key (id));
do $$ begin create publication reading_changes for table readings; exception when duplicate_object then null; end $$;
-- file: 20250102000000_index_value.sql
drop index concurrently if exists readings_value_idx;
create unique index concurrently readings_value_idx on readings (value);
-- file: 20250103000000_change_key.sql
set lock_timeout = '2s';
do $$ begin
    if to_regclass('public.readings_value_idx') is not null then
        alter table readings drop constraint if exists readings_pkey,
            add constraint readings_pkey primary key using index readings_value_idx;
    end if;
end $$;
reset lock_timeout;
