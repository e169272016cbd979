-- postgres: 14+
-- file: 20250101000000_create_mood.sql
do $$ begin
  -- finding: label of `mood`
  create type mood as enum ('fine', 'bad');
exception when duplicate_object then null; end $$;
