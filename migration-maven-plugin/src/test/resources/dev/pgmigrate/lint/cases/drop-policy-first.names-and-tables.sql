-- file: 20250101000000_create.sql
create table t (id bigint);
create table u (id bigint);
alter table t enable row level security;
-- file: 20250102000000_policies.sql
drop policy if exists "Read all" on public.t;
create policy "Read all" on t using (true);
drop policy if exists "read all" on u;
-- finding: `Read all`
create policy "Read all" on u using (true);
drop policy if exists late on t;
do $$ begin
    create policy late on t using (true);
end $$;
do $$ begin
    if not exists (select from pg_policies where policyname = 'guarded' and tablename = 't') then
        create policy guarded on t using (true);
    end if;
end $$;
do $$ begin
    create policy caught on t using (true);
exception when duplicate_object then null;
end $$;
drop table if exists fresh;
create table fresh (id bigint);
create policy p on fresh using (true);
