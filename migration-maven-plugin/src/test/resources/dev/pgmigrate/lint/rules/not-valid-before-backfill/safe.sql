-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_fill_note.sql
update orders set note = '-' where note is null and id between 1 and 10000;
-- file: 20250103000000_check_note.sql
set lock_timeout = '2s';
alter table orders
    drop constraint if exists orders_note_present,
    add constraint orders_note_present check (note is not null) not valid;
reset lock_timeout;
-- file: 20250104000000_validate_note.sql
alter table orders validate constraint orders_note_present;
