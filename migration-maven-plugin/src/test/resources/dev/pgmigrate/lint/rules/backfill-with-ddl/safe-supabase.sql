-- postgres: 14+
-- runner: supabase
-- file: 20250101000000_create_products.sql
create table if not exists products (id bigint primary key, price numeric);
-- file: 20250102000000_add_currency.sql
set lock_timeout = '2s';
alter table products add column if not exists currency text;
reset lock_timeout;
-- file: 20250103000000_make_procedure.sql
-- psql "$DATABASE_URL" -c 'call fill_currency()' runs it, outside the CLI.
create or replace procedure fill_currency() language plpgsql set search_path from current as $$
begin
  loop
    update products set currency = 'EUR'
    where id in (select id from products where currency is null order by id limit 1000);
    exit when not found;
    commit;
  end loop;
end $$;
