-- refused: 42703
-- file: 20250101000000_create.sql
create table notes (id bigint primary key, body text, number int not null);
-- file: 20250102000000_alter.sql
alter table notes alter column body set statistics 500;
-- finding: `boddy`
alter table notes alter column boddy set statistics 500;
-- finding: `boddy`
alter table notes alter column boddy set storage external;
-- finding: `boddy`
alter table notes alter column boddy set (n_distinct = 5);
-- finding: `numbr`
alter table notes alter column numbr add generated always as identity;
alter table notes alter column number add generated always as identity;
-- finding: `numbr`
alter table notes alter column numbr drop identity;
-- finding: `numbr`
alter table notes alter column numbr set default 3;
