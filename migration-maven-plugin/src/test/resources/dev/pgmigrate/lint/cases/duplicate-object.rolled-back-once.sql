-- postgres: 14+
-- refused: 42P07
-- file: 20250101000000_notes.sql
create table notes (id bigint);
rollback;
create table notes (id bigint);
drop table notes;
rollback;
create table notes (id bigint);
rollback;
-- finding: `notes`
create table notes (id bigint);
