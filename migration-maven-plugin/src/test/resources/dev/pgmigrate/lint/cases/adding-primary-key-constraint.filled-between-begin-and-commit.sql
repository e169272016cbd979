-- runner: psql
-- file: 20250101000000_load.sql
begin;
create table two (id integer not null, name text);
copy two (id, name) from stdin;
1	a
\.
alter table only two add constraint two_pkey primary key (id);
commit;
-- file: 20250102000000_load_more.sql
create table three (id integer not null, name text);
insert into three (id, name) select id, name from two;
-- finding: builds an index under ACCESS EXCLUSIVE
alter table three add primary key (id);
