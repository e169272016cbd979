-- file: 20250101000000_create.sql
create table t (
    id bigint primary key,
-- finding: `t.a`
    a integer,
    b integer not null,
    c integer,
    deleted_at timestamptz,
    d bigint generated always as identity,
    e integer generated always as (b + 1) stored
);
alter table t alter column c set not null;
create temp table s (a integer);
