-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_index_notes.sql
drop index concurrently if exists orders_note_idx;
create index concurrently orders_note_idx on orders (note);
