-- file: 20250101000000_two.sql
create table a (id bigint);
create table b (id bigint);
