-- refused: 42710
-- file: 20250101000000_create.sql
create table notes (
    id bigint primary key, first int, last int,
    constraint ordered check (first < last), constraint positive check (first > 0)
);
-- file: 20250102000000_a_column_goes_with_its_checks.sql
alter table notes drop column first;
alter table notes add constraint ordered check (last > 0);
-- finding: `ordered` on `notes`
alter table notes add constraint ordered check (last > 0);
-- file: 20250103000000_drops_come_first_wherever_they_stand.sql
alter table notes add constraint ordered check (last > 1), drop constraint ordered;
-- finding: `ordered` on `notes`
alter table notes add constraint ordered check (last > 2);
