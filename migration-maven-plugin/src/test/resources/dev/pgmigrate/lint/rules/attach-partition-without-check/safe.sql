-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2025 (
    id bigint,
    placed_on date,
    constraint orders_2025_pkey primary key (id, placed_on)
);
-- file: 20250102000000_check_2025.sql
set lock_timeout = '2s';
alter table orders_2025
    drop constraint if exists orders_2025_bound,
    add constraint orders_2025_bound check (placed_on >= '2025-01-01' and placed_on < '2026-01-01') not valid;
reset lock_timeout;
-- file: 20250103000000_validate_2025.sql
alter table orders_2025 validate constraint orders_2025_bound;
-- file: 20250104000000_attach_2025.sql
set lock_timeout = '2s';
do $$
begin
    if not exists (select from pg_inherits where inhrelid = 'orders_2025'::regclass) then
        alter table orders attach partition orders_2025 for values from ('2025-01-01') to ('2026-01-01');
    end if;
end
$$;
reset lock_timeout;
