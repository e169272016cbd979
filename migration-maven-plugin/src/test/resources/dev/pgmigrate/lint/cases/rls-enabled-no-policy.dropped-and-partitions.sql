-- file: 20250101000000_create.sql
-- finding: `public.a`
create table a (id bigint);
alter table a enable row level security;
create policy p on a using (true);
create table b (id bigint) partition by range (id);
alter table b enable row level security;
create policy p on b using (true);
create table b1 partition of b for values from (1) to (2);
alter table b1 enable row level security;
create table c (id bigint);
alter table c enable row level security;
create table d (id bigint);
-- file: 20250102000000_change.sql
drop policy p on public.a;
create policy "Later" on public.c using (true);
alter table d enable row level security;
alter table d disable row level security;
