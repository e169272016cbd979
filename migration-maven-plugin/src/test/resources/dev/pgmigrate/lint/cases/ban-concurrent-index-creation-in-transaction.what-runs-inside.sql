-- runner: psql
-- refused: 25001
-- file: 20250101000000_create.sql
create table users (id bigint primary key, name text);
create materialized view m as select id from users;
create unique index m_id on m (id);
begin;
refresh materialized view concurrently m;
analyze users;
reindex table users;
cluster users using users_pkey;
-- finding: 25001
create index concurrently i on users (name);
-- finding: 25001
vacuum users;
-- finding: 25001
reindex (concurrently) table users;
reindex (concurrently off) table users;
-- finding: 25001
drop index concurrently if exists users_pkey;
commit;
create index concurrently j on users (name);
vacuum users;
do $$ begin
-- finding: 25001
    create index concurrently k on users (name);
end $$;
