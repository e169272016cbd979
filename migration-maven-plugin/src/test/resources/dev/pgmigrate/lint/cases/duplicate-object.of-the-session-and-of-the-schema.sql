-- refused: 42P07
-- file: 20250101000000_of_the_session.sql
create temporary sequence numbers;
create sequence numbers;
select 1 as id into temporary marks;
create table marks (id bigint);
-- finding: sequence `numbers` is made already
create temporary sequence numbers;
-- finding: table `marks` is made already
create temporary table marks (id bigint);
-- finding: sequence `numbers` is made already
create sequence numbers;
-- finding: table `marks` is made already
create table marks (id bigint);
