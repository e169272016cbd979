-- flavour: supabase
-- file: 20250101000000_create.sql
create table a (
    id bigint,
-- finding: `api_key`
    api_key text
);
create table b (id bigint, "Password" text);
create table c (id bigint, password_reset_requested_at timestamptz, tokens integer);
create schema private;
create table private.d (token text);
-- file: 20250102000000_enable.sql
alter table b enable row level security;
