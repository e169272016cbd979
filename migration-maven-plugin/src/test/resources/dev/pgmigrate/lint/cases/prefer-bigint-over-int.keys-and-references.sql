-- file: 20250101000000_create.sql
create table p (id integer primary key);
create table t (
    p_id integer references p,
-- finding: `t.n`
    n int4,
    "big" bigint,
    a integer[]
);
-- finding: `t.S`
alter table t add column "S" serial;
create temp table s (n integer);
