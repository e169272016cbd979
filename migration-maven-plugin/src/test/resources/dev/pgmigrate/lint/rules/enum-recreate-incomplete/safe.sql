-- postgres: 14+
-- file: 20250101000000_create_notes.sql
do $$ begin create type state as enum ('draft', 'public', 'gone'); exception when duplicate_object then null; end $$;
create table if not exists notes (
    id bigint primary key,
    state state default 'draft',
    constraint notes_state_is_not_gone check (state <> 'gone')
);
