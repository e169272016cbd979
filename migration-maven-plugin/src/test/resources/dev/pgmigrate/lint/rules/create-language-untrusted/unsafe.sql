-- postgres: 14+
-- file: 20250101000000_create_language.sql
-- finding: Functions in `plopen`
create or replace language plopen handler plpgsql_call_handler;
