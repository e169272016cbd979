-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create or replace function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create table if not exists orders (id bigint primary key, note text);
create or replace trigger orders_touch before update on orders for each row execute function touch();
-- file: 20250102000000_touch_orders.sql
set lock_timeout = '2s';
create or replace trigger orders_touch before insert or update on orders for each row execute function touch();
reset lock_timeout;
