-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create or replace function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_touch.sql
drop trigger if exists touch on orders;
create trigger touch before update on orders for each row execute function touch();
