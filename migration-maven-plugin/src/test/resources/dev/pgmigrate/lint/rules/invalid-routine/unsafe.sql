-- postgres: 14+
-- file: 20250101000000_add_tax.sql
-- finding: every parameter after one with a default
create or replace function add_tax(rate numeric default 0.2, price numeric) returns numeric language sql immutable as $$
    select price * (1 + rate);
$$;
