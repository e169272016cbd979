-- postgres: 14+
-- refused: 42601
-- file: 20250101000000_bodies.sql
create table t (id bigint primary key);
create or replace function declared(a int, out b int) language plpgsql as $$
<<around>>
declare
    c int;
    r record;
    k cursor for select id from t;
begin
    a := 1;
    b := $1;
    around.c := 2;
    declared.a := 3;
    select id, id into c, r.x from t;
    execute 'select 1' into c;
    get diagnostics c = row_count;
    for i in 1 .. 2 loop
        i := i + 1;
    end loop;
    for r in select id from t loop
        r.id := 1;
    end loop;
    for q in k loop
        q.id := 1;
    end loop;
    if found then
        found := false;
    end if;
exception
    when others then
        c := length(sqlerrm);
end
$$;
create or replace function undeclared() returns void language plpgsql as $$
begin
    -- finding: `total` is not a variable
    total := 1;
end
$$;
do $$
begin
    -- finding: `amount` is not a variable
    execute 'select 1' into amount;
end
$$;
create or replace function rows_undeclared() returns void language plpgsql as $$
begin
    -- finding: `each` is not a variable
    for each in select id from t loop
        null;
    end loop;
end
$$;
create or replace function touched() returns trigger language plpgsql as $$
begin
    new.id := old.id;
    -- finding: `neww` is not a variable
    neww.id := 1;
    return new;
end
$$;
set check_function_bodies = off;
create or replace function unchecked() returns void language plpgsql as $$
begin
    total := 1;
end
$$;
