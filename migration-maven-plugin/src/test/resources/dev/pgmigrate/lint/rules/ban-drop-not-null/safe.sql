-- postgres: 14+
-- file: 20250101000000_create_teams.sql
create table if not exists teams (id bigint primary key, name text);
