-- refused: 42P07
-- file: 20250101000000_of_the_session.sql
create temporary sequence numbers;
create sequence numbers;
select 1 as id into temporary marks;
create table marks (id bigint);
-- finding: sequence `numbers` was already created
create temporary sequence numbers;
-- finding: table `marks` was already created
create temporary table marks (id bigint);
-- finding: sequence `numbers` was already created
create sequence numbers;
-- finding: table `marks` was already created
create table marks (id bigint);
