-- postgres: 17+
-- file: 20250101000000_create_notes.sql
do $$ begin create type state as enum ('draft', 'public', 'gone'); exception when duplicate_object then null; end $$;
-- file: 20250102000000_remove_gone.sql
-- finding: alter type state drop value 'gone'
alter type state drop value 'gone';
