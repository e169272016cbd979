-- postgres: 14+
-- file: 20250101000000_create.sql
create table a (id integer, x integer);
create table b (id integer);
create table c (id integer);
create table d (id integer);
create table e (like a);
create function f1() returns trigger language plpgsql as $$
begin
    -- finding: `public.b` has no column `x`
    new.x := old.id;
    return new;
end $$;
create trigger t1 before update on a for each row execute function f1();
create trigger t2 before update on b for each row execute function f1();
create trigger t3 before update on e for each row execute function f1();
create function f2() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'a' then
        new.x := 1;
    end if;
    return new;
end $$;
create trigger t1 before insert on b for each row execute function f2();
create function f3() returns trigger language plpgsql as $$
begin
    perform to_jsonb(new) ->> 'x', new.tableoid;
    insert into a (id, x)
    values (new.id, new.y);
    return new;
end $$;
create trigger t1 after insert on c for each row execute function f3();
create function f4() returns trigger language plpgsql as $$
begin
    new.later := now();
    return new;
end $$;
create trigger t1 before insert on d for each row execute function f4();
create function f5() returns trigger language plpgsql as $$
begin
    new.nope := 1;
    return new;
exception when undefined_column then return new;
end $$;
create trigger t9 before insert on d for each row execute function f5();
create function f6() returns trigger language plpgsql as $$
begin
    new.gone := 1;
    return new;
end $$;
create trigger t6 before insert on d for each row execute function f6();
create function f7() returns trigger language plpgsql as $$
begin
    perform count(*) from n;
    return null;
end $$;
create trigger t7 after insert on c referencing new table as n for each statement execute function f7();
-- file: 20250102000000_later.sql
alter table d add column later timestamptz;
drop trigger t6 on d;
create or replace function f3() returns trigger language plpgsql as $$
begin
    insert into a (id) values (new.id);
    -- finding: `public.c` has no column `z`
    raise notice '%', new.z;
    return new;
end $$;
