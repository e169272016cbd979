-- file: 20250101000000_create.sql
create table a (id bigint primary key, k bigint not null);
create table b (id bigint primary key);
create table c (id bigint primary key, k bigint not null);
create unique index c_k on c (k);
create table d (id bigint primary key);
create table e (id bigint primary key);
create publication p for table a, b, c, d;
alter table b replica identity full;
alter table c replica identity using index c_k;
-- file: 20250102000000_drop.sql
-- finding: `public.a`
alter table a drop constraint a_pkey;
alter table b drop constraint b_pkey;
alter table c drop constraint c_pkey;
alter table d replica identity full, drop constraint d_pkey;
alter table e drop constraint e_pkey;
-- finding: `public.b`
alter table b replica identity nothing;
