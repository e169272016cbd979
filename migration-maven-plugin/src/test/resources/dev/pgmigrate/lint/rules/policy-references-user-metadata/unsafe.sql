-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_ledgers.sql
create table if not exists public.ledgers (id bigint primary key, amount numeric);
alter table public.ledgers enable row level security;
drop policy if exists accountants on public.ledgers;
-- finding: `accountants` on `public.ledgers`
create policy accountants on public.ledgers for select to authenticated
  using ((select auth.jwt() -> 'user_metadata' ->> 'role') = 'accountant');
