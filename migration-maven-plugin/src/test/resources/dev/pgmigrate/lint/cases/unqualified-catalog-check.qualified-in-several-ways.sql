-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_blocks.sql
do $$ begin if not exists (select from pg_constraint where conname = 'positive' and conrelid = 'orders'::regclass) then alter table orders add constraint positive check (quantity > 0) not valid; end if; end $$;
do $$ begin if not exists (select from pg_indexes where schemaname = 'public' and indexname = 'i') then create index i on only orders (id); end if; end $$;
do $$ begin if not exists (select from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typname = 's' and n.nspname = 'public') then create type s as enum ('a'); end if; end $$;
