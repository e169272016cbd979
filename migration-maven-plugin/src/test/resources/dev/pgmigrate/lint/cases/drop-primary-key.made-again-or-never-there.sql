-- file: 20250101000000_create.sql
create table a (id bigint primary key, other bigint);
create table b (id bigint, constraint b_pkey check (id > 0));
create table c (id bigint constraint "The Key" primary key, other bigint not null);
create table d (id bigint primary key);
create table e (id bigint primary key, other bigint not null);
create unique index e_other on e (other);
create schema app;
create table app.a (id bigint primary key);
-- file: 20250102000000_drop.sql
alter table a drop constraint a_pkey, add primary key (id, other);
alter table b drop constraint b_pkey;
-- finding: `The Key`
alter table public.c drop constraint "The Key";
alter table d drop constraint if exists d_key;
-- finding: `d_pkey`
alter table d drop constraint d_pkey restrict;
alter table d drop constraint if exists d_pkey;
alter table e drop constraint e_pkey;
alter table e add constraint e_pkey primary key using index e_other;
-- finding: `a_pkey`
alter table app.a drop constraint a_pkey;
create table f (id bigint primary key);
alter table f drop constraint f_pkey;
