-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_blocks.sql
do $$ begin alter table orders add constraint positive check (quantity > 0) not valid; exception when duplicate_object then null; end $$;
do $$ begin if not exists (select from pg_roles where rolname = 'app') then raise notice 'making it'; create role app; end if; end $$;
do $$ declare n bigint; begin select count(*) into n from orders; if n > 10 then raise exception '% orders', n; end if; end $$;
