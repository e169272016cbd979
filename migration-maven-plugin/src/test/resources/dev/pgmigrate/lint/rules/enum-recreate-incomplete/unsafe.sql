-- postgres: 14+
-- file: 20250101000000_create_notes.sql
do $$ begin create type state as enum ('draft', 'public', 'gone'); exception when duplicate_object then null; end $$;
create table if not exists notes (id bigint primary key, state state default 'draft');
-- file: 20250102000000_remove_gone.sql
alter type state rename to state_old;
create type state as enum ('draft', 'public');
-- finding: default of `notes.state` stays behind
alter table notes alter column state type state using state::text::state;
drop type state_old;
