-- postgres: 14+
-- file: 20250101000000_create_orders.sql
do $$ begin create type status as enum ('new'); exception when duplicate_object then null; end $$;
create table if not exists orders (id bigint primary key, status status, note text);
-- file: 20250102000000_add_value.sql
alter type status add value if not exists 'paid';
update orders set note = 'paid' where id = 1;
insert into orders (id, note) values (2, 'paid') on conflict do nothing;
select 'paid'::text;
