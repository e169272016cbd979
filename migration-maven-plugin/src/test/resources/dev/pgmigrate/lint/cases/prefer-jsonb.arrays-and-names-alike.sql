-- file: 20250101000000_create.sql
create table t (
-- finding: `t.a`
    a json,
    b jsonb,
    "json" text,
    c json[]
);
-- finding: `t.d`
alter table t add column d pg_catalog.json;
create temp table s (a json);
