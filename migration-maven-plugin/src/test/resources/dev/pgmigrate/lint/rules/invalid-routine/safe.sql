-- postgres: 14+
-- file: 20250101000000_add_tax.sql
create or replace function add_tax(price numeric, rate numeric default 0.2) returns numeric language sql immutable as $$
    select price * (1 + rate);
$$;
