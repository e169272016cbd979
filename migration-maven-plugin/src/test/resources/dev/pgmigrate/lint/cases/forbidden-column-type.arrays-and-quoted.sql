-- file: 20250101000000_create.sql
create table t (
    a bigint,
-- finding: `t.b`
    b money,
-- finding: `t.c`
    c time with time zone,
    d time
);
create temp table s (a money);
-- finding: `t.e`
alter table t add column e pg_catalog.money;
alter table t add column f regclass;
