-- postgres: 14+
-- refused: 42804, 42809
-- file: 20250101000000_typed.sql
create type person as (id int, name text);
create table people of person;
create table loose (id int, name text, age int);
create table top (id int);
create table swapped (name text, id int);
create table short_one (id int);
create table other_type (id int, name varchar);
create table same (id int, name text);
create table heir (name text) inherits (top);
-- file: 20250102000000_changes.sql
-- finding: has the columns of its type
alter table people add column age int;
-- finding: has the columns of its type
alter table people drop column name;
-- finding: has the columns of its type
alter table people alter column name type varchar;
-- finding: has the columns of its type
alter table people rename column name to title;
-- finding: cannot inherit
alter table people inherit top;
-- finding: differ at `age`
alter table loose of person;
-- finding: differ at `id`
alter table swapped of person;
-- finding: differ at `name`
alter table short_one of person;
-- finding: differ at `name`
alter table other_type of person;
-- finding: inherits, and so cannot
alter table heir of person;
-- finding: is not of a type
alter table same not of;
alter table same of person;
alter table same not of;
alter table same add column age int;
-- file: 20250103000000_gone_with_the_type.sql
drop type person cascade;
create table people (id int);
alter table people add column age int;
