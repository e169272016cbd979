-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_default_note.sql
set lock_timeout = '2s';
alter table orders alter column note set default '-';
reset lock_timeout;
