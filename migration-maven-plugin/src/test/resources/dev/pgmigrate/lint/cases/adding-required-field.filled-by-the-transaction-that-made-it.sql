-- refused: 23502
-- file: 20250101000000_made.sql
create table t (id bigint primary key);
alter table t add column a integer not null;
insert into t values (1, 2);
-- finding: `b`
alter table t add column b integer not null;
create temp table s as select 1 as one;
-- finding: `c`
alter table s add column c integer not null;
