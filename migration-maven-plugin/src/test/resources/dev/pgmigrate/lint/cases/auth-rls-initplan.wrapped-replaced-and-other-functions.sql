-- flavour: supabase
-- file: 20250101000000_create.sql
create table public.notes (id bigint primary key, user_id uuid, team_id bigint, uid uuid);
create table public.members (team_id bigint, user_id uuid);
create function public.uid() returns uuid language sql stable as 'select auth.uid()';
alter table public.notes enable row level security;
create policy "Own rows" on public.notes for select using ((select auth.uid()) = user_id);
create policy again on public.notes for select using (team_id in (select m.team_id from public.members m where m.user_id = (select auth.uid())));
create policy other on public.notes for select using (public.uid() = user_id);
create policy owner on public.notes for select using (current_user = 'postgres' and uid is not null);
create policy "Replaced" on public.notes for select using (auth.uid() = user_id);
create policy altered on public.notes for select using (auth.uid() = user_id);
-- finding: `auth.jwt`
create policy claims on public.notes for update using ((auth.jwt() ->> 'role') = 'admin')
    -- in the middle
-- finding: `current_setting`
    with check (user_id = current_setting('app.user', true)::uuid);
create policy dropped on public.notes for select using (auth.uid() = user_id);
-- file: 20250102000000_mend.sql
drop policy if exists "Replaced" on notes;
create policy "Replaced" on notes for select using ((select auth.uid()) = user_id);
alter policy altered on notes using ((select auth.uid()) = user_id);
drop policy dropped on public.notes;
-- file: 20250103000000_alter.sql
-- finding: `auth.uid`
alter policy again on public.notes using (auth.uid() = user_id);
