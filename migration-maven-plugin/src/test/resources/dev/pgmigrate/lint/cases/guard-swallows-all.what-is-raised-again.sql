-- file: 20250101000000_create.sql
do $$ begin
    create type a as enum ('x');
-- finding: OTHERS
exception when others then null;
end $$;
do $$ begin
    create type b as enum ('x');
exception when others then
    raise notice 'x';
    raise;
end $$;
do $$ begin
    create type c as enum ('x');
exception when duplicate_object then null;
    when others then raise exception 'no: %', sqlerrm;
end $$;
create function f() returns integer language plpgsql as $$ begin return 1; exception when others then return 0; end $$;
