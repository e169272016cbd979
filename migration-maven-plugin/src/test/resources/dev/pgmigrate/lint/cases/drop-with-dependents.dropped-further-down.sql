-- postgres: 14+
-- refused: 2BP01
-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
create view calm as select id from notes;
create table other (id bigint primary key);
create view others as select id from other;
create view more as select id from other;
create table last (id bigint primary key);
-- file: 20250102000000_drop.sql
drop table notes;
drop view calm;
-- finding: on the table `other`
drop table other;
drop view others;
-- finding: on the index `last_pkey`
drop index last_pkey;
drop table last;
