-- postgres: 14+
-- refused: 42601
-- file: 20250101000000_cursors.sql
create table t (id bigint primary key, n int);
create or replace function opened() returns void language plpgsql as $$
declare
    plain cursor for select id from t;
    by_two cursor (low int, high int) for select id from t where n between low and high;
    free refcursor;
begin
    open plain;
    close plain;
    open by_two(1, 2);
    close by_two;
    open by_two(high := 2, low := 1);
    close by_two;
    open by_two(1, high := 2);
    for r in by_two(1, high := 2) loop
        null;
    end loop;
    open free for select 1;
end
$$;
create or replace function twice_named() returns void language plpgsql as $$
declare
    by_two cursor (low int, high int) for select id from t where n between low and high;
begin
    -- finding: gets its argument `low` twice
    open by_two(1, low := 2);
end
$$;
create or replace function one_short() returns void language plpgsql as $$
declare
    by_two cursor (low int, high int) for select id from t where n between low and high;
begin
    -- finding: has 2 arguments, and gets 1
    open by_two(high := 2);
end
$$;
create or replace function one_more() returns void language plpgsql as $$
declare
    by_one cursor (low int) for select id from t where n > low;
begin
    -- finding: no argument for each
    for r in by_one(1, 2) loop
        null;
    end loop;
end
$$;
create or replace function none_given() returns void language plpgsql as $$
declare
    by_one cursor (low int) for select id from t where n > low;
begin
    -- finding: has 1 arguments, and gets 0
    open by_one;
end
$$;
create or replace function none_taken() returns void language plpgsql as $$
declare
    plain cursor for select id from t;
begin
    -- finding: no argument for each
    open plain(1);
end
$$;
create or replace function unbound() returns void language plpgsql as $$
declare
    free refcursor;
begin
    -- finding: no loop opens it
    for r in free loop
        null;
    end loop;
end
$$;
create or replace function bound_again() returns void language plpgsql as $$
declare
    plain cursor for select id from t;
begin
    -- finding: gets another here
    open plain for select 1;
end
$$;
