-- file: 20250101000000_create.sql
create table p (id smallint primary key);
create table t (
    p_id smallint references p,
-- finding: `t.n`
    n int2
);
