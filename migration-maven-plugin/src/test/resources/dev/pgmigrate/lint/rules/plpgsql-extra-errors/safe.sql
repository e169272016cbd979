-- postgres: 14+
-- file: 20250101000000_double.sql
set plpgsql.extra_errors = 'shadowed_variables';
create or replace function doubled(n int) returns int language plpgsql as $$
declare
    factor int := 2;
begin
    return n * factor;
end
$$;
reset plpgsql.extra_errors;
