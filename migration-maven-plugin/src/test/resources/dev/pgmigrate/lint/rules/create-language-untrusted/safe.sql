-- postgres: 14+
-- file: 20250101000000_create_language.sql
create or replace trusted language plclosed handler plpgsql_call_handler;
