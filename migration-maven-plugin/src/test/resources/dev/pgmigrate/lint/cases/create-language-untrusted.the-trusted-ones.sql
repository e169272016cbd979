-- file: 20250101000000_create.sql
create extension if not exists plpgsql;
create or replace procedural language plpgsql;
create or replace trusted language plpgsql;
-- finding: `mine`
create language mine handler plpgsql_call_handler;
create trusted language ours handler plpgsql_call_handler;
