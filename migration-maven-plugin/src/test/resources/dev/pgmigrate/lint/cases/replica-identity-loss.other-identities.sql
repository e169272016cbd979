-- postgres: 14+
-- file: 20250101000000_create.sql
create table a (id bigint, code text not null, constraint a_pkey primary key (id), constraint a_code_key unique (code));
create table b (id bigint, code text not null, constraint b_pkey primary key (id), constraint b_code_key unique (code));
create table c (id bigint, code text not null, constraint c_pkey primary key (id), constraint c_code_key unique (code));
create table d (id bigint, constraint d_pkey primary key (id));
create publication changes for table a, b, c, d;
alter table a replica identity full;
alter table b replica identity using index b_code_key;
-- file: 20250102000000_drop.sql
alter table a drop constraint a_pkey;
alter table b drop constraint b_pkey;
alter table c drop constraint c_code_key;
-- finding: UPDATE and DELETE on `public.c` fail
alter table c drop constraint c_pkey;
alter table d drop constraint d_pkey, replica identity full;
-- file: 20250103000000_drop.sql
-- finding: UPDATE and DELETE on `public.b` fail
alter table b drop constraint b_code_key;
