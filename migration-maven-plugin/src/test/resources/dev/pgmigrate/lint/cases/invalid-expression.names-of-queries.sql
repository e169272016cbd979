-- postgres: 14+
-- refused: 42701, 42P01
-- file: 20250101000000_names.sql
create table if not exists a (id int, n int);
create table if not exists b (id int);
select * from a for update of a;
select * from a x join b on b.id = x.id for update of x, b;
select * from (select 1) q, a for share of a;
-- finding: which the query does not read
select * from a x for update of a;
-- finding: which the query does not read
select * from a for update of b;
-- finding: gets two columns `id`
create table c (like a, like b);
-- finding: gets two columns `id`
create table d (id int, like b);
create table e (like b, other int);
