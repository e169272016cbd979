-- file: 20250101000000_create.sql
create schema "App";
create schema app;
-- file: 20250102000000_drop.sql
create schema scratch;
create table scratch.t (id bigint);
drop schema scratch cascade;
-- finding: `App`
drop schema if exists "App" cascade;
-- finding: drops schema `app`
drop schema app;
drop schema if exists app;
