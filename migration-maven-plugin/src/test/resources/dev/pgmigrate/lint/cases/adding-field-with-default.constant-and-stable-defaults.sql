-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_add_columns.sql
alter table orders add column if not exists c1 bigint default -1;
alter table orders add column if not exists c2 boolean default (not true);
alter table orders add column if not exists c3 date default current_date;
alter table orders add column if not exists c4 text default lower('X');
alter table orders add column if not exists c5 timestamp default (now() at time zone 'utc');
alter table orders add column if not exists c6 timestamptz not null default pg_catalog.now();
alter table orders add column if not exists c7 jsonb default '{}'::jsonb;
alter table orders add column if not exists c8 text[] default array[]::text[];
