-- file: 20250101000000_create.sql
create table a (id bigint);
-- finding: `p`
create policy p on a using (true);
create table b (id bigint);
create policy p on b using (true);
create table d (id bigint);
create policy p on d using (true);
drop policy p on d;
create table "E" (id bigint);
alter table "E" enable row level security;
create policy p on "E" using (true);
create table f (id bigint);
create policy p on f using (true);
-- file: 20250102000000_enable.sql
alter table public.b enable row level security;
drop table f;
