-- postgres: 14+
-- file: 20250101000000_create_state.sql
do $$
begin
    create type state as enum ('open', 'waiting');
exception
    when duplicate_object then null;
end
$$;
