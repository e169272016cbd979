-- refused: 42P01
-- file: 20250101000000_create.sql
do $$ begin
    -- finding without fix: refer to each other
    create table teams (id bigint primary key, lead_id bigint references people (id));
exception when duplicate_table then null;
end $$;
create table if not exists people (id bigint primary key, team_id bigint references teams (id));
