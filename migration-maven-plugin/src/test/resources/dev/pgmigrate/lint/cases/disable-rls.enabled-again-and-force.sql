-- file: 20250101000000_create.sql
create table notes (id bigint);
alter table notes enable row level security, force row level security;
create table teams (id bigint);
alter table teams enable row level security;
create table gone (id bigint);
alter table gone enable row level security;
create schema app;
create table app.notes (id bigint);
-- file: 20250102000000_load.sql
alter table public.notes disable row level security;
insert into notes values (1);
alter table notes enable row level security;
-- finding: the owner of `notes`
alter table notes no force row level security;
-- finding: `teams`
alter table if exists only teams disable row level security;
alter table gone disable row level security;
drop table gone;
create table fresh (id bigint);
alter table fresh disable row level security;
-- file: 20250103000000_other.sql
-- finding: `notes`
alter table notes disable row level security;
alter table app.notes enable row level security;
-- file: 20250104000000_both.sql
-- finding: opens all rows of `app.notes`
alter table app.notes disable row level security, no force row level security;
