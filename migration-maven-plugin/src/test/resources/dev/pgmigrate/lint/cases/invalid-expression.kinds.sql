-- postgres: 14+
-- refused: 0A000, 42601, 42701, 42803, 42P17
-- file: 20250101000000_expressions.sql
create table a (id int, n int, at timestamptz);
-- finding: `x`
create table b (x int, y int default x);
-- finding: cannot contain a query
create table c (x int default (select 1));
-- finding: `max()`
create table d (x int check (max(x) > 1));
-- finding: `generate_series()`
create table e (x int default generate_series(1, 2));
-- finding: cannot contain a query
alter table a add constraint n_known check (n in (select 1));
-- finding: not IMMUTABLE
create index a_now on a (id) where at < now();
-- finding: not IMMUTABLE
create table f (x timestamptz generated always as (now()) stored);
-- finding: `"new"`
alter table a alter column n set default "new";
-- finding: there is no FROM
create view g as select *;
-- finding: 3 names for 2 columns
create view h (x, y, z) as select id, n from a;
-- finding: two columns `x`
create table i (x int, x text);
-- finding: no keys
create domain j as int unique;
create domain k as int not null default 1 check (value > 0);
create table l (x int default 1 + 1, y timestamptz default now(), z text default 'x'::text);
create view m as select * from a;
create view n (x, y) as select * from a;
