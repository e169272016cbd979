-- file: 20250101000000_create.sql
create table t (a integer, b integer);
do $$ begin
    alter table t add constraint c1 check (a > 0);
exception when duplicate_object then null;
end $$;
do $$ begin
-- finding: duplicate_table
    alter table t add constraint u1 unique (a);
exception when duplicate_object then null;
end $$;
do $$ begin
    alter table t add constraint u2 unique (b);
exception when duplicate_table or duplicate_object then null;
end $$;
do $$ begin
    create table x (a integer);
exception when sqlstate '42P07' then null;
end $$;
do $$ begin
-- finding: duplicate_column
    alter table t add column d integer;
exception when duplicate_object then null;
end $$;
do $$ begin
    alter table t add column e integer;
exception when others then raise notice '%', sqlerrm;
end $$;
do $$ begin
-- finding: duplicate_schema
    create schema "S";
exception when duplicate_object then null;
end $$;
do $$ begin
    create table y (a integer);
exception when syntax_error_or_access_rule_violation then null;
end $$;
