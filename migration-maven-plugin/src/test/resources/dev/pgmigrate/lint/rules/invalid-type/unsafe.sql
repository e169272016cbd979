-- postgres: 14+
-- file: 20250101000000_create_state.sql
create type state as enum (
    'open',
    -- finding: has at most 63 bytes
    'waiting for the answer of the customer to whom the offer has been sent'
);
