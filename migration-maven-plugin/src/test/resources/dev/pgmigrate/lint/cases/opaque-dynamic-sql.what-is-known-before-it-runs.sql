-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_default_note.sql
do $$
declare
    name text := 'orders';
    one record;
begin
    execute 'alter table orders alter column note set default ''-''';
    execute format('alter table %I alter column note set default %L', 'orders', '+');
    execute 'alter table ' || quote_ident('orders') || ' alter column note drop default';
    -- finding: cannot be checked before it runs
    execute format('alter table %I alter column note drop default', name);
    -- finding: cannot be checked before it runs
    execute 'analyze ' || name;
    for one in execute 'select id from orders' loop
        raise notice '%', one.id;
    end loop;
    -- finding: cannot be checked before it runs
    for one in execute 'select id from ' || name loop
        raise notice '%', one.id;
    end loop;
end
$$;
