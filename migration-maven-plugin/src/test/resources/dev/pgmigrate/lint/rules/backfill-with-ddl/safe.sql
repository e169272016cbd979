-- postgres: 14+
-- file: 20250101000000_create_products.sql
create table if not exists products (id bigint primary key, price numeric);
-- file: 20250102000000_add_currency.sql
alter table products add column if not exists currency text;
-- file: 20250103000000_fill_currency.sql
-- migrate:transaction off
create or replace procedure fill_currency() language plpgsql set search_path from current as $$
begin
  loop
    update products set currency = 'EUR'
    where id in (select id from products where currency is null order by id limit 1000);
    exit when not found;
    commit;
  end loop;
end $$;
call fill_currency();
drop procedure if exists fill_currency();
