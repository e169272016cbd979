-- runner: liquibase
-- refused: 25001
-- file: 20250101000000_users.sql
--liquibase formatted sql
--changeset us:1
create table users (id bigint primary key, email text);
--changeset us:2 runInTransaction:false
drop index concurrently if exists users_email_idx;
create index concurrently users_email_idx on users (email);
--changeset us:3 runInTransaction:false
create table tags (id bigint primary key, name text);
-- finding: This file makes `tags`
create index concurrently tags_name_idx on tags (name);
