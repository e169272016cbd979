-- postgres: 14+
-- file: 20250101000000_longest.sql
create or replace function longer(a text, b text) returns text language sql immutable as $$
    select case when length(a) >= length(b) then a else b end;
$$;
create or replace aggregate longest(text) (sfunc = longer, stype = text);
