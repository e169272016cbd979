-- file: 20250101000000_create.sql
create table a (id bigint not null);
create table b (id bigint not null);
create table c (id bigint not null);
create unique index b_i on b (id);
create table d (name text);
-- file: 20250102000000_add.sql
-- finding: `a`
alter table a add primary key (id);
alter table b add constraint b_pkey primary key using index b_i;
-- finding: `public.c`
alter table public.c add constraint "Key" primary key (id);
-- finding: `d`
alter table d add column id bigint generated always as identity primary key;
create table e (id bigint);
alter table e add primary key (id);
