-- postgres: 14+
-- file: 20250101000000_create_orders.sql
begin;
create table if not exists orders (id bigint primary key, note text);
commit and chain;
insert into orders (id) values (0) on conflict do nothing;
-- finding: ends the transaction that the runner opened
commit;
-- file: 20250102000000_fill_orders.sql
-- migrate:transaction off
begin;
insert into orders (id) values (1) on conflict do nothing;
-- finding: ends a transaction that does not stand around the whole file
commit;
begin;
insert into orders (id) values (2) on conflict do nothing;
commit;
