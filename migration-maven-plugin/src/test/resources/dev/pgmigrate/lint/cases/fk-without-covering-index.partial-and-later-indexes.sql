-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists shops (id bigint primary key);
create table if not exists orders (
    id bigint primary key,
    shop_id bigint constraint orders_shop_fkey references shops (id),
    -- finding: (parent_id)
    parent_id bigint constraint orders_parent_fkey references orders (id),
    other_id bigint constraint orders_other_fkey references shops (id)
);
create index if not exists orders_shop_idx on orders (shop_id) where shop_id is not null;
create index if not exists orders_parent_idx on orders (parent_id) where id > 100;
-- file: 20250102000000_index_other.sql
create index concurrently if not exists orders_other_idx on orders (other_id, id);
