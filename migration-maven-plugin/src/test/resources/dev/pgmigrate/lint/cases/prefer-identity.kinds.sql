-- file: 20250101000000_create.sql
create sequence q;
create table t (
-- finding: `t.id`
    id bigserial primary key,
-- finding: `t.B`
    "B" serial4,
    c bigint generated always as identity,
    d bigint default nextval('q')
);
