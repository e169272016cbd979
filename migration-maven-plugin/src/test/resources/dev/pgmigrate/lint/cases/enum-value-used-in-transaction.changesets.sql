-- runner: liquibase
-- refused: 55P04
-- file: 20250101000000_create.sql
--liquibase formatted sql
--changeset a:1
create type kind as enum ('a');
create table t (k kind);
-- file: 20250102000000_add.sql
--liquibase formatted sql
--changeset a:2
alter type kind add value 'b';
--changeset a:3 splitStatements:false
insert into t values ('b');
--changeset a:4 runInTransaction:false
alter type kind add value 'c';
insert into t values ('c');
--changeset a:5
alter type kind add value 'd';
-- finding: 'd' was added
insert into t values ('d');
