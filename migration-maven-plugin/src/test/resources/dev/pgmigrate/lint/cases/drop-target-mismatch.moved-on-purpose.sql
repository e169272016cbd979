-- file: 20250101000000_create.sql
create table a (id bigint);
create table b (id bigint);
create function f() returns trigger language plpgsql as 'begin return new; end';
create policy moved on a using (true);
-- file: 20250102000000_policies.sql
drop policy if exists moved on a;
create policy moved on b using (true);
-- finding: `p` on `a`
drop policy if exists p on a;
create policy p on b using (true);
drop policy if exists same on public.a;
create policy same on a using (true);
-- finding: `t` on `c`
drop trigger if exists t on c;
create trigger t before insert on a for each row execute function f();
drop policy if exists two on a;
drop policy if exists two on b;
create policy two on b using (true);
