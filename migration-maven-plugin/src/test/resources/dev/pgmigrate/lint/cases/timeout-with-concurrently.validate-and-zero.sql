-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text, code varchar(20), quantity integer, placed timestamp, price numeric(8, 2));
-- file: 20250102000000_index_note.sql
set lock_timeout = 0;
set statement_timeout = '0';
create index concurrently if not exists orders_note_idx on orders (note);
-- file: 20250103000000_check.sql
alter table orders add constraint positive check (quantity > 0) not valid;
-- file: 20250104000000_validate.sql
set local lock_timeout = '2s';
alter table orders validate constraint positive;
