-- file: 20250101000000_create.sql
create table users (id bigint not null, name text not null);
-- file: 20250102000000_alter.sql
-- finding: `name`
alter table users alter column name drop not null;
-- finding: `id`
alter table public.users alter id drop not null, alter id set default 0;
create table teams (name text not null);
alter table teams alter name drop not null;
