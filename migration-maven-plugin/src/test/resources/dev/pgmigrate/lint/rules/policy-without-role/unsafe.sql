-- postgres: 14+
-- flavour: supabase
-- file: 20250101000000_create_drafts.sql
create table if not exists public.drafts (id bigint primary key, author uuid not null);
create index if not exists drafts_author_idx on public.drafts (author);
alter table public.drafts enable row level security;
drop policy if exists own_drafts on public.drafts;
-- finding: `own_drafts` on `public.drafts`
create policy own_drafts on public.drafts for select using (author = (select auth.uid()));
