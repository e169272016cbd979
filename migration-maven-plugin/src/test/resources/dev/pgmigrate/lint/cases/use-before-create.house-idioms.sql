-- refused: 42704, 42P01
-- file: 20250101000000_policy.sql
drop policy if exists readers on notes;
-- finding: `notes`
create policy readers on notes using (true);
create table if not exists notes (id bigint primary key);
-- file: 20250102000000_trigger.sql
create or replace function touch() returns trigger language plpgsql as 'begin return new; end';
drop trigger if exists touched on tasks;
-- finding: `tasks`
create trigger touched before insert on tasks for each row execute function touch();
drop table if exists tasks;
create table tasks (id bigint primary key);
-- file: 20250103000000_type.sql
-- finding: `mood`
create table if not exists moods (m mood);
do $$ begin
    create type mood as enum ('good');
exception when duplicate_object then null;
end $$;
-- file: 20250104000000_grant.sql
-- finding: `files`
grant select on files to public;
create table if not exists files (id bigint primary key);
-- file: 20250105000000_guarded_key.sql
do $$ begin
    -- finding: `shops`
    alter table shops add constraint shops_pkey primary key (id);
exception when duplicate_object then null;
end $$;
create table if not exists shops (id bigint);
-- file: 20250106000000_outside.sql
-- A table that no file makes is there.
drop policy if exists p on outside;
create policy p on outside using (true);
-- file: 20250107000000_caught.sql
do $$ begin
    alter table caught add constraint caught_pkey primary key (id);
exception when undefined_table then null;
end $$;
create table if not exists caught (id bigint);
