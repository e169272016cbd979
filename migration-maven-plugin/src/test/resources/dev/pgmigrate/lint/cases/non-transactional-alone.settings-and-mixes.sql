-- runner: flyway
-- refused: 25001
-- file: V1__create.sql
create table t (a integer);
-- file: V2__alone.sql
create index concurrently i on t (a);
-- file: V3__two.sql
drop index concurrently if exists i;
create index concurrently i on t (a);
-- file: V4__mixed.sql
alter table t add column b integer;
-- finding: 
create index concurrently j on t (b);
