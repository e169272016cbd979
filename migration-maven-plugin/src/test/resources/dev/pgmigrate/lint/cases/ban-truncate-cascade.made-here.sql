-- file: 20250101000000_create.sql
create table users (id bigint primary key);
-- file: 20250102000000_truncate.sql
create table a (id bigint primary key);
insert into a values (1);
truncate a cascade;
-- finding: `public.users`
truncate table public.users continue identity cascade;
