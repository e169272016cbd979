-- postgres: 18+
-- refused: 0A000, 42804, 42P16, 42P17
-- file: 20250101000000_tables.sql
create table top (id int not null, a int, constraint loose check (a > 0) not enforced);
create table low (constraint strict check (a < 9) not enforced) inherits (top);
create table lone (id int not null no inherit) inherits (top);
alter table low alter column id drop not null;
-- finding: is enforced in one place
alter table top add constraint strict check (a < 9);
alter table low add constraint loose check (a > 0);
-- finding: is enforced in one place
create table looser (constraint loose check (a > 0) not enforced) inherits (low);
create table own (id int not null no inherit, a int, constraint loose check (a > 0), constraint strict check (a < 9));
alter table own inherit top;
alter table own alter column id set not null;
create table checked (id int);
create table checked_low (constraint positive check (id > 0) not valid) inherits (checked);
alter table checked_low add constraint even check (id % 2 = 0) not valid;
-- finding: is NOT VALID
alter table checked add constraint even check (id % 2 = 0);
