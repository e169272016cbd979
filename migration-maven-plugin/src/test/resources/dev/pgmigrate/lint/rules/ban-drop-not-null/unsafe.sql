-- postgres: 14+
-- file: 20250101000000_create_teams.sql
create table if not exists teams (id bigint primary key, name text not null);
-- file: 20250102000000_relax_name.sql
-- finding: `name` of `teams`
alter table teams alter column name drop not null;
