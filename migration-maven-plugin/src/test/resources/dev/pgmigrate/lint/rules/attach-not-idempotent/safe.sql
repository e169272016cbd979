-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2025 (like orders including all);
do $$
begin
    if not exists (select from pg_inherits where inhrelid = 'orders_2025'::regclass) then
        alter table orders attach partition orders_2025 for values from ('2025-01-01') to ('2026-01-01');
    end if;
end
$$;
