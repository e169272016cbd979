-- file: 20250101000000_create.sql
set application_name = 'x';
create table a (id bigint);
-- file: 20250102000000_create.sql
-- finding: `b`
create table b (id bigint);
create table c (id bigint);
-- file: 20250103000000_rows.sql
insert into a values (1);
