-- file: 20250101000000_create.sql
create table users (id bigint, "State" text default 'new');
-- file: 20250102000000_alter.sql
-- finding: `State`
alter table users alter column "State" set default 'old';
-- finding: `State`
alter table public.users alter column "State" drop default;
alter table users add column kind text;
alter table users alter kind set default 'x';
