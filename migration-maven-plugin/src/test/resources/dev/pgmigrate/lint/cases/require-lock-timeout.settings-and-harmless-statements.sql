-- runner: flyway
-- file: V1__create.sql
create table t (a integer);
create index i on t (a);
-- file: V2__change.sql
comment on table t is 'x';
insert into t values (1);
-- finding: `t`
alter table t add column b integer;
alter table t add column c integer;
-- file: V3__change.sql
set local lock_timeout = '2s';
alter table t add column d integer;
-- file: V4__change.sql
select set_config('lock_timeout', '2s', true);
alter table t add column e integer;
-- file: V5__change.sql
set lock_timeout = 0;
alter table t add column f integer;
-- file: V6__fresh.sql
create table u (a integer);
alter table u add column b integer;
