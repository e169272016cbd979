-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_blocks.sql
-- finding: guards nothing
do $$ begin alter table orders add column if not exists code text; end $$;
-- finding: guards nothing
do $$ begin
    alter table orders add column if not exists place text;
    update orders set place = 'here' where place is null;
end $$;
-- finding: more than one guarded statement
do $$ begin
    for i in 1 .. 3 loop
        insert into orders (id) values (i) on conflict do nothing;
    end loop;
end $$;
