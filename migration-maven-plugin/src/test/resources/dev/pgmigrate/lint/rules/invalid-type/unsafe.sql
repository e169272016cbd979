-- postgres: 14+
-- file: 20250101000000_create_state.sql
do $$
begin
    -- finding: has at most 63 bytes
    create type state as enum ('open', 'waiting for the answer of the customer to whom the offer has been sent');
exception
    when duplicate_object then null;
end
$$;
