-- postgres: 14+
-- file: 20250101000000_create_teams.sql
create table if not exists teams (id bigint primary key, lead_id bigint);
create index if not exists teams_lead_id_idx on teams (lead_id);
create table if not exists people (id bigint primary key, team_id bigint references teams (id));
create index if not exists people_team_id_idx on people (team_id);
alter table teams drop constraint if exists teams_lead_id_fkey,
    add constraint teams_lead_id_fkey foreign key (lead_id) references people (id);
