-- file: 20250101000000_create.sql
create domain score as integer constraint low check (value >= 0) constraint high check (value <= 100);
-- file: 20250102000000_rename.sql
-- finding: constraint `low` on `score`
alter domain score rename constraint low to bottom;
do $$ begin
    alter domain score rename constraint high to top;
exception when undefined_object then null;
end $$;
-- file: 20250103000000_drop_under_the_new_names.sql
alter domain score drop constraint bottom;
