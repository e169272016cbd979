-- runner: LIQUIBASE
--liquibase formatted sql
--changeset me:1
CREATE TABLE a (id int);
--> again 42P07 table a at a
--> + public.a.id: column int4
--> + public.a: table [id]
--> meets in a second run:
--> + public.a.id: column int4
--> + public.a: table [id]
