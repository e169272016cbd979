-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
alter index if exists old_note_idx rename to orders_note_idx;
create index if not exists orders_note_idx on orders (note);
-- file: 20250102000000_index_orders_anew.sql
-- finding: Dropping `orders_note_idx`
drop index if exists orders_note_idx;
create index if not exists orders_note_idx on orders (note, id);
