-- file: 20250101000000_create.sql
create table users (id bigint primary key, active boolean);
create table "Sessions" (id bigint);
create table teams (id bigint);
-- file: 20250102000000_delete.sql
-- finding: `users`
delete from users where 1 = 1;
-- finding: `public.users`
delete from public.users where true;
-- finding: `Sessions`
delete from only "Sessions" where 'x' = 'x' or id = 1;
delete from users where active;
delete from users where not true;
delete from users where 1 = 2;
delete from users using teams where users.id = teams.id;
with gone as (select id from users limit 10) delete from users where id in (select id from gone);
create temp table scratch (id bigint);
insert into scratch values (1);
delete from scratch;
create table fresh (id bigint);
insert into fresh values (1);
delete from fresh;
do $$ begin
-- finding: `users`
    delete from users;
end $$;
