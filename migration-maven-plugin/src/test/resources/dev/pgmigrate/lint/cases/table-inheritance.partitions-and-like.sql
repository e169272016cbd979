-- file: 20250101000000_create.sql
create table p (id bigint) partition by range (id);
create table p1 partition of p for values from (1) to (2);
create table base (id bigint);
-- finding: `child`
create table child (x integer) inherits (base);
create table copy (like base);
-- finding: `copy`
alter table copy inherit base;
alter table copy no inherit base;
