-- postgres: 14+
-- file: 20250101000000_create_teams.sql
create table if not exists teams (
    id bigint primary key,
    -- finding: `teams` and `people` refer to each other
    lead_id bigint references people (id)
);
create index if not exists teams_lead_id_idx on teams (lead_id);
create table if not exists people (id bigint primary key, team_id bigint references teams (id));
create index if not exists people_team_id_idx on people (team_id);
