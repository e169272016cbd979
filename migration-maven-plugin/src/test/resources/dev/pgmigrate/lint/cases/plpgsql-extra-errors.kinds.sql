-- postgres: 14+
-- refused: 42712, 42804
-- runner: psql
-- file: 20250101000000_checks.sql
create table t (id bigint primary key, n int);
create table filled (id bigint primary key, n int);
insert into filled (id, n) values (1, 2);
create or replace function hides(n int) returns int language plpgsql as $$
declare
    n int;
begin
    return n;
end
$$;
do $$
declare
    a int;
begin
    select 1, 2 into a;
end
$$;
set plpgsql.extra_errors = 'shadowed_variables', 'strict_multi_assignment';
create or replace function still_hides(n int) returns int language plpgsql as $$
declare
    -- finding: `n` hides a variable
    n int;
begin
    return n;
end
$$;
do $$
declare
    a int;
    b int;
    r record;
    whole t;
begin
    select 1, 2 into a, b;
    select 1, 2, 3 into r;
    select 1, 2 into whole;
    -- finding: gives 2 columns for 1 fields
    select 1, 2 into a;
end
$$;
do $$
declare
    whole t;
begin
    -- finding: gives 1 columns for 2 fields
    select 1 into whole;
end
$$;
do $$
declare
    a int;
begin
    if false then
        select 1, 2 into a;
    end if;
end
$$;
do $$
declare
    a int;
begin
    select id, n from t into a;
end
$$;
do $$
declare
    a int;
begin
    raise notice 'one row';
    -- finding: gives 2 columns for 1 fields
    select * from filled into a;
end
$$;
