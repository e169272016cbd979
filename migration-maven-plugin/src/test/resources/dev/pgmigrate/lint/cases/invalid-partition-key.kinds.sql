-- postgres: 14+
-- refused: 0A000, 42803, 42P16, 42P17
-- file: 20250101000000_keys.sql
create table a (id int, on_day date, primary key (id, on_day)) partition by range (on_day);
-- finding: `on_day`
alter table a add constraint a_id_key unique (id);
-- finding: `on_day`
create unique index a_id on a (id);
create unique index a_both on a (on_day, id);
create index a_plain on a (id);
-- finding: an expression
create table b (id int primary key) partition by range ((id + 1));
-- finding: PARTITION BY LIST has one column
create table c (x int, y int) partition by list (x, y);
-- finding: the same for each row
create table d (x int) partition by range ((42));
-- finding: cannot contain a query
create table e (x int) partition by range ((x + (select 1)));
-- finding: aggregate
create table f (x int) partition by range ((max(x)));
-- finding: its checks are those of its partitions
create table g (x int, constraint g_check check (x > 0) no inherit) partition by range (x);
