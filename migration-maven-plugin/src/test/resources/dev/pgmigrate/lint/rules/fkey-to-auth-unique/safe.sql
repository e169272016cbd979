-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_invitations.sql
create table if not exists public.invitations (
  id bigint primary key,
  user_id uuid references auth.users (id)
);
create index if not exists invitations_user_id_idx on public.invitations (user_id);
alter table public.invitations enable row level security;
drop policy if exists own_invitations on public.invitations;
create policy own_invitations on public.invitations for select to authenticated using (user_id = (select auth.uid()));
