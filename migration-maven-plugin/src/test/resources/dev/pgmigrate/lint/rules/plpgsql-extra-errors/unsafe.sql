-- postgres: 14+
-- file: 20250101000000_double.sql
set plpgsql.extra_errors = 'shadowed_variables';
create or replace function doubled(n int) returns int language plpgsql as $$
declare
    -- finding: `n` hides a variable
    n int := 2;
begin
    return n * 2;
end
$$;
reset plpgsql.extra_errors;
