-- postgres: 14+
-- file: 20250101000000_create_pages.sql
create table if not exists pages (id bigint primary key, owner text, open boolean);
create index if not exists pages_owner_idx on pages (owner);
create index if not exists pages_open_idx on pages (open);
alter table pages enable row level security;
drop policy if exists visible_pages on pages;
create policy visible_pages on pages for select using (open or owner = (select current_user));
