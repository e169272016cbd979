-- file: 20250101000000_create.sql
create table t (
    "Id" bigint,
-- finding: `t.name`
    name text,
    kind text
);
comment on column public.t."Id" is 'x';
comment on column t.kind is 'y';
create temp table s (id bigint);
