-- postgres: 14+
-- refused: 42710
-- file: 20250101000000_types.sql
create type shell;
create type mood as enum ('sad', 'ok');
create table people (id bigint primary key, email text, constraint people_email check (email <> ''));
-- file: 20250102000000_again.sql
-- finding: was already created
create type shell;
-- finding: was already created
create type mood;
-- finding: `mood.ok` was already created
alter type mood rename value 'sad' to 'ok';
alter type mood rename value 'sad' to 'blue';
-- finding: fails with 42710
alter table people add constraint people_email unique (email);
