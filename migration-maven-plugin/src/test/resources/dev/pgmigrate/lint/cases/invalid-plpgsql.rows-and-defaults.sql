-- postgres: 14+
-- refused: 42601, 42703
-- file: 20250101000000_bodies.sql
create table t (id bigint primary key, n int);
create or replace function row_of_count(r t) returns void language plpgsql as $$
declare
    same t%rowtype;
    n bigint;
begin
    get diagnostics n = row_count;
    -- finding: `same` is a row
    get diagnostics same = row_count;
end
$$;
do $$
declare
    a int := 1;
    b int := a + 1;
    c text := (select n from t limit 1);
    d bool := found;
begin
    a := b;
end
$$;
do $$
declare
    -- finding: `later` is no variable
    a int := later + 1;
    later int := 1;
begin
    a := later;
end
$$;
create or replace function defaults() returns void language plpgsql as $$
declare
    a int := later + 1;
    later int := 1;
begin
    a := later;
end
$$;
