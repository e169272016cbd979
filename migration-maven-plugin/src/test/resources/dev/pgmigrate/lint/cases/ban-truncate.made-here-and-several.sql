-- file: 20250101000000_create.sql
create table users (id bigint primary key);
create table "Users" (id bigint primary key);
-- file: 20250102000000_truncate.sql
create table filled as select id from users;
truncate filled;
create temp table scratch (id bigint);
insert into scratch values (1);
truncate scratch;
-- finding: `public.users`
truncate table only public.users
-- finding: `Users`
    , "Users" restart identity restrict;
