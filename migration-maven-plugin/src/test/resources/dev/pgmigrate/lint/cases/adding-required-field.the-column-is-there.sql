-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, code text not null);
-- file: 20250102000000_complete_orders.sql
alter table orders add column if not exists code text not null;
-- finding: `place` is NOT NULL without a default
alter table orders add column if not exists place text not null;
