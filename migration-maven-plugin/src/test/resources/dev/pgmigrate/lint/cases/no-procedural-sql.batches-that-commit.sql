-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_fill_note.sql
-- migrate:transaction off
do $$
declare
    first orders.id%type := (select id from orders order by id limit 1);
begin
    while first is not null loop
        update orders set note = ''
        where id in (select id from orders where id >= first order by id limit 1000) and note is null;
        first := (select id from orders where id >= first order by id offset 1000 limit 1);
        commit;
    end loop;
end
$$;
-- finding: more than one guarded statement
do $$
begin
    loop
        update orders set note = '' where id in (select id from orders where note is null limit 1000);
        exit when not found;
    end loop;
    commit;
end
$$;
-- finding: more than one guarded statement
do $$
begin
    loop
        update orders set note = '' where id in (select id from orders where note is null limit 1000);
        delete from orders where id in (select id from orders where note = 'x' limit 1000);
        exit when not found;
        commit;
    end loop;
end
$$;
