-- postgres: 14+
-- runner: supabase
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, status text, note text);
-- file: 20250102000000_make_procedure.sql
-- psql "$DATABASE_URL" -c 'call fill_order_status()' runs it, outside the CLI.
create or replace procedure fill_order_status() language plpgsql set search_path from current as $$
begin
  loop
    update orders set status = 'new'
    where id in (select id from orders where status is null order by id limit 1000);
    exit when not found;
    commit;
  end loop;
end $$;
