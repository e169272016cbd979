-- file: 20250101000000_create.sql
create table "A" (id bigint);
comment on table public."A" is 'x';
-- finding: `b`
create table b (id bigint) partition by range (id);
create table b1 partition of b for values from (1) to (2);
create temp table s (id bigint);
create table c (id bigint);
do $$ begin comment on table c is 'y'; end $$;
-- finding: `d`
create table d (id bigint);
comment on column d.id is 'z';
