-- file: 20250101000000_create.sql
create table t (
-- finding: `t.a`
    a varchar(10),
    b varchar,
    c text,
-- finding: `t.d`
    d character varying(20) not null
);
