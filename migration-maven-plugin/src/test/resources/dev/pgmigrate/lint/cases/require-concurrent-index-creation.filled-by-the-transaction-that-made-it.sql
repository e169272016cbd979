-- file: 20250101000000_create.sql
create table src (id bigint primary key, a integer);
-- file: 20250102000000_made.sql
create table t (id bigint primary key, a integer);
insert into t values (1, 2);
create index t_a on t (a);
create table c as select * from src;
create index c_a on c (a);
insert into t select id + 10, a from src;
create index t_b on t (a, id);
