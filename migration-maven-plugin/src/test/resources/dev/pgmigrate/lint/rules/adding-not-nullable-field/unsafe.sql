-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_require_note.sql
-- finding: `orders`
alter table orders alter column note set not null;
