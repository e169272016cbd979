-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, status text);
-- file: 20250102000000_number_orders.sql
-- finding: more than one guarded statement
do $$
declare
    stale record;
begin
    for stale in select id from orders where status is null loop
        update orders set status = 'new' where id = stale.id;
    end loop;
end
$$;
-- file: 20250103000000_add_columns.sql
-- finding: guards nothing
do $$
begin
    alter table orders add column if not exists note text;
    alter table orders add column if not exists code text;
end
$$;
