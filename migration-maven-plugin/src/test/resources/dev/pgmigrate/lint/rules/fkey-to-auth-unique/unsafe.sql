-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_invitations.sql
create table if not exists public.invitations (
  id bigint primary key,
  -- the unique constraint is that of auth.users
  phone text
);
create index if not exists invitations_phone_idx on public.invitations (phone);
alter table public.invitations enable row level security;
drop policy if exists own_invitations on public.invitations;
create policy own_invitations on public.invitations for select to authenticated using (phone = (select auth.jwt() ->> 'phone'));
-- finding: of `public.invitations` depends on a unique constraint
alter table public.invitations add constraint invitations_phone_fkey foreign key (phone) references auth.users (phone);
