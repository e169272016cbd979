-- postgres: 14+
-- refused: 42601, 42804
-- file: 20250101000000_bodies.sql
create or replace function nothing() returns void language plpgsql as $$
begin
    return;
end
$$;
create or replace function something_for_nothing() returns void language plpgsql as $$
begin
    -- finding: with 42804
    return 1;
end
$$;
create or replace function nothing_for_something() returns int language plpgsql as $$
begin
    -- finding: with 42601
    return;
end
$$;
create or replace function through_outputs(out a int) language plpgsql as $$
begin
    -- finding: with 42804
    return 1;
end
$$;
create or replace function no_set() returns int language plpgsql as $$
begin
    -- finding: with 42804
    return query select 1;
end
$$;
create or replace function a_set() returns setof int language plpgsql as $$
begin
    return next 1;
    return query select 2;
    return;
end
$$;
create or replace function a_set_of_one() returns setof int language plpgsql as $$
begin
    -- finding: with 42804
    return 1;
end
$$;
create or replace procedure work() language plpgsql as $$
begin
    -- finding: with 42804
    return 1;
end
$$;
do $$
begin
    -- finding: with 42804
    return 1;
end
$$;
create or replace function fired() returns trigger language plpgsql as $$
begin
    -- finding: with 42601
    return;
end
$$;
create or replace function logged() returns event_trigger language plpgsql as $$
begin
    return;
end
$$;
