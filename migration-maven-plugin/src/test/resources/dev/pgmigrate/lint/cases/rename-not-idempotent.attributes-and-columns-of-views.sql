-- file: 20250101000000_create.sql
create type place as (street text, city text);
create table t (a integer, b integer, c integer);
create view v as select a, b as bee, c + 1 from t;
create view w as select a, b, c from t;
-- file: 20250102000000_rename.sql
-- finding: attribute `city` on `place`
alter type place rename attribute city to town;
-- finding: column `a` on `w`
alter view w rename column a to x;
-- finding: column `b` on `w`
alter table w rename column b to y;
do $$ begin
    alter view w rename column c to z;
exception when undefined_column then null;
end $$;
-- file: 20250103000000_under_the_new_names.sql
create or replace view w as select a as x, b as y, c as z from t;
