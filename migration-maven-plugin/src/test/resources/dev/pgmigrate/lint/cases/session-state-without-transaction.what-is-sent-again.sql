-- postgres: 14+
-- file: 20250101000000_create_batches.sql
create table if not exists batches (id bigint generated always as identity primary key, part integer);
create temporary table if not exists parts (part integer);
-- file: 20250102000000_fill_batches.sql
-- migrate:transaction off
set statement_timeout = '5min';
select pg_catalog.set_config('lock_timeout', '2s', false);
insert into batches (part) values (1);
-- finding: ends with the session
insert into batches (part) select currval('batches_id_seq');
-- finding: ends with the session
do $$ begin perform set_config('app.part', '2', false); end $$;
do $$ begin perform set_config('app.part', '2', true); end $$;
