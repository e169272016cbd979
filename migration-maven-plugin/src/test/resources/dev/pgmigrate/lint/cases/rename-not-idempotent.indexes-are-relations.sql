-- file: 20250101000000_create.sql
create table t (a integer, b integer);
create index t_a on t (a);
create index t_b on t (b);
create index t_a_b on t (a, b);
-- file: 20250102000000_rename.sql
-- finding: 42P01
alter index t_a rename to t_by_a;
do $$ begin
    alter index t_b rename to t_by_b;
exception when undefined_table then null;
end $$;
do $$ begin
    -- finding: 42P01
    alter index t_a_b rename to t_by_both;
exception when undefined_object then null;
end $$;
-- file: 20250103000000_drop_under_the_new_names.sql
drop index t_by_b;
