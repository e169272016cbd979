-- postgres: 14+
-- file: 20250101000000_create_state.sql
create type state as enum ('open', 'waiting');
