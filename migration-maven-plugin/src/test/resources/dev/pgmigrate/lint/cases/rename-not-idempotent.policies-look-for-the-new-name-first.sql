-- postgres: 14+
-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key);
drop policy if exists readers on notes;
create policy readers on notes for select using (true);
drop policy if exists writers on notes;
create policy writers on notes for insert with check (true);
drop policy if exists keepers on notes;
create policy keepers on notes for delete using (true);
-- file: 20250102000000_rename.sql
-- finding: fails with 42710
alter policy readers on notes rename to all_readers;
do $$ begin
    alter policy writers on notes rename to all_writers;
exception when duplicate_object then null;
end $$;
do $$ begin
    -- finding: fails with 42710
    alter policy keepers on notes rename to all_keepers;
exception when undefined_object then null;
end $$;
