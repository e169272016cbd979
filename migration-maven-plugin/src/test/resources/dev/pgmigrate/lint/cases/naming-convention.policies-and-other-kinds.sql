-- file: 001_create_notes.sql
create table if not exists notes (id bigint primary key);
drop policy if exists "Anybody reads" on notes;
create policy "Anybody reads" on notes for select using (true);
-- finding: The name of the index `Notes Id`
create index if not exists "Notes Id" on notes (id);
alter table notes
    -- finding: column `camelCase`
    add column if not exists "camelCase" text;
