-- flavour: supabase
-- file: 20250101000000_create.sql
create table notes (id bigint primary key, user_id uuid, team_id bigint, slug uuid unique);
create index notes_team on notes (team_id, user_id);
alter table notes enable row level security;
-- finding: `user_id`
create policy a on notes for select using ((select auth.uid()) = user_id);
create policy b on notes for select using (team_id = (select current_setting('app.team', true))::bigint);
create policy c on notes for select using (slug = (select auth.uid()));
create policy d on notes for insert with check (user_id = (select auth.uid()));
create table teams (id bigint primary key, owner uuid);
alter table teams enable row level security;
create policy a on teams for select using ((select auth.uid()) = owner);
-- file: 20250102000000_index.sql
create index if not exists teams_owner on public.teams using btree (owner);
