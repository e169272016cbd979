-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (
    id bigint,
    placed_on date not null,
    constraint orders_pkey primary key (id, placed_on)
) partition by range (placed_on);
create table if not exists orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01');
create or replace function note_order() returns trigger language plpgsql set search_path = '' as $$ begin return new; end; $$;
revoke execute on function note_order() from public;
create or replace trigger note after insert on orders_2025 for each row execute function note_order();
-- file: 20250102000000_note_all_orders.sql
set lock_timeout = '2s';
-- finding: has a trigger `note` of its own
create trigger note after insert on orders for each row execute function note_order();
reset lock_timeout;
