-- file: 20250101000000_create.sql
create type e as enum ('a', 'b');
alter type e rename value 'a' to 'c';
create type pair as (a integer);
alter type pair drop attribute if exists a;
