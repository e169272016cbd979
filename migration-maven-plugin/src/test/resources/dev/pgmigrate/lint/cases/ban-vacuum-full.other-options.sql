-- runner: psql
-- file: 20250101000000_create.sql
create table users (id bigint primary key);
-- file: 20250102000000_vacuum.sql
vacuum users;
vacuum (full false, analyze) users;
-- finding: users
vacuum (analyze, full) public.users;
-- finding: VACUUM FULL
vacuum full;
-- finding: users
cluster users using users_pkey;
