-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, tenant text);
create index if not exists orders_tenant_idx on orders (tenant);
alter table orders enable row level security;
drop policy if exists orders_of_tenant on orders;
create policy orders_of_tenant on orders for select using (tenant = (select current_setting('shop.tenant')));
