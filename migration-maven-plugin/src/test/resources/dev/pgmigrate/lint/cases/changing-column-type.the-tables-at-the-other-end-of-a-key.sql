-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists shops (id int primary key);
create table if not exists orders (id int primary key, shop_id int references shops (id));
create table if not exists lines (id int primary key, order_id int references orders (id), note varchar(9));
-- file: 20250102000000_retype_keys.sql
-- finding: blocks its reads and writes meanwhile, and those of `lines`, because the foreign key is made again
alter table orders alter column id type bigint;
-- file: 20250103000000_retype_shop.sql
-- finding: blocks its reads and writes meanwhile, and those of `shops`, because
alter table orders alter column shop_id type bigint;
-- file: 20250104000000_retype_note.sql
-- finding: blocks its reads and writes meanwhile
alter table lines alter column note type char(9);
