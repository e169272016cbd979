-- refused: 0A000
-- runner: psql
-- file: 20250101000000_create.sql
create table p (id bigint not null) partition by range (id);
create table p1 partition of p for values from (1) to (10);
create table plain (id bigint);
create index pi on p (id);
-- file: 20250102000000_index.sql
-- finding: `p`
create index concurrently i1 on p (id);
-- finding: `public.p`
create index concurrently if not exists "I2" on only public.p (id);
create index concurrently i3 on p1 (id);
create index concurrently i4 on plain (id);
-- finding: `pi`
drop index concurrently if exists pi;
drop index concurrently i4;
