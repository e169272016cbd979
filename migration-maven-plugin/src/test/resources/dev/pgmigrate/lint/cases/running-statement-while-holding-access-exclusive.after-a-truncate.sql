-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
create table if not exists drafts (id bigint primary key);
-- file: 20250102000000_forget_drafts.sql
truncate drafts;
-- finding: While this works on `orders`, all reads and writes of `drafts` wait
update orders set note = '' where note is null;
-- file: 20250103000000_forget_again.sql
truncate drafts;
