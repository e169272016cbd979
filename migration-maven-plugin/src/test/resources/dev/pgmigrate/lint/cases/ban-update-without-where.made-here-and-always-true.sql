-- file: 20250101000000_create.sql
create table users (id bigint primary key, active boolean);
create table teams (id bigint);
-- file: 20250102000000_update.sql
-- finding: `users`
update users set active = true;
-- finding: `public.users`
update public.users as u set active = true where (1 = 1);
update users set active = true where active is null;
update users set active = true from teams where teams.id = users.id;
create table copies as select * from users;
update copies set active = false;
create temp table scratch as select * from users;
update scratch set active = false;
