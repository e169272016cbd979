-- file: 20250101000000_create.sql
create table job (id integer primary key, state text);
create table step (id integer primary key);
create table swapped (id integer);
create table note (id integer, text varchar);
create type state as enum ('on', 'off');
create index job_state on job (state);
-- file: 20250102000000_rebuild.sql
-- finding: name `job_legacy` is taken
alter table job rename to job_legacy;
create table if not exists job (id bigint primary key, state text);
do $$ begin
    alter table step rename to step_legacy;
exception when duplicate_table then null;
end $$;
create table if not exists step (id bigint primary key);
-- finding: 42P07
alter index job_state rename to job_state_legacy;
create index if not exists job_state on job_legacy (state);
-- finding: 42710
alter type state rename to old_state;
do $$ begin
    create type state as enum ('on', 'off', 'paused');
exception when duplicate_object then null;
end $$;
-- finding: 42701
alter table note rename column text to old_text;
alter table note add column if not exists text text;
-- file: 20250103000000_swap.sql
create table if not exists swapping (id bigint);
drop table if exists swapped;
alter table swapping rename to swapped;
-- file: 20250104000000_swap_and_drop.sql
alter table swapped rename to swapped_before;
create table if not exists swapped (id integer);
drop table if exists swapped_before;
