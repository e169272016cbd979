-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_add_code.sql
-- finding: Without the lock_timeout that this resets the migration waits for `orders`
reset lock_timeout;
alter table orders add column if not exists code text;
-- file: 20250103000000_add_more.sql
set lock_timeout = '5s';
-- finding: that this resets
set lock_timeout to default;
alter table orders add column if not exists more text;
-- file: 20250104000000_add_last.sql
set lock_timeout = '5s';
alter table orders add column if not exists last text;
reset lock_timeout;
-- file: 20250105000000_again.sql
reset all;
set local lock_timeout = '3s';
alter table orders add column if not exists again text;
