-- runner: liquibase
-- file: 20250101000000_create.sql
create table t (a int);
-- file: 20250102000000_check.sql
--liquibase formatted sql
--changeset a:1
alter table t add constraint c check (a > 0) not valid;
--changeset a:2
alter table t validate constraint c;
--changeset a:3
alter table t add constraint d check (a > 1) not valid;
-- finding: `d` was added in the same transaction
alter table t validate constraint d;
