-- flavour: supabase
-- refused: 3F000, 42P01
-- file: 20250101000000_create.sql
create function public.closed() returns int language sql security definer set search_path = '' as 'select 1';
revoke all on function public.closed() from public;
revoke all on function public.closed() from anon;
create function public.meant() returns int language sql security definer set search_path = '' as 'select 1';
grant execute on function public.meant() to anon;
create function public.on_row() returns trigger language plpgsql security definer set search_path = '' as $$ begin return new; end $$;
create function private.hidden() returns int language sql security definer set search_path = '' as 'select 1';
create function public.invoker() returns int language sql as 'select 1';
create function public.is_member() returns boolean language sql security definer set search_path = '' as 'select true';
create policy members on public.rooms for select to authenticated using ((select public.is_member()));
-- finding: `public.half`
create function public.half(a int) returns int language sql security definer set search_path = '' as 'select 1';
revoke execute on function public.half(int) from public;
-- file: 20250102000000_defaults.sql
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon;
create function public.later() returns int language sql security definer set search_path = '' as 'select 1';
-- file: 20250103000000_again.sql
drop function public.closed();
alter default privileges grant execute on functions to public;
create function public.wide() returns int language sql security definer set search_path = '' as 'select 1';
