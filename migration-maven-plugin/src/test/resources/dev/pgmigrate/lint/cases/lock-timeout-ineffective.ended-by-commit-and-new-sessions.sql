-- runner: psql
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_code.sql
begin;
set local lock_timeout = '2s';
alter table orders add column if not exists code text;
-- finding: ends with the transaction
commit;
alter table orders add column if not exists more text;
-- file: 20250103000000_for_all.sql
-- finding: reaches new sessions only
alter role current_user set lock_timeout = '2s';
alter table orders add column if not exists last text;
-- file: 20250104000000_session.sql
set lock_timeout = '2s';
begin;
alter table orders add column if not exists one text;
commit;
alter table orders add column if not exists two text;
-- file: 20250105000000_reset_nothing.sql
reset lock_timeout;
alter table orders add column if not exists three text;
