-- runner: psql
-- file: 20250101000000_end.sql
begin;
create table a (id bigint);
end;
-- file: 20250102000000_abort.sql
start transaction isolation level serializable;
create table b (id bigint);
abort;
-- file: 20250103000000_chain.sql
begin work;
create table c (id bigint);
-- finding: commit and chain
commit and chain;
create table d (id bigint);
-- file: 20250104000000_body.sql
create function f() returns integer language plpgsql as 'begin return 1; end';
do $$ begin perform 1; end $$;
create function g() returns integer language sql begin atomic select 1; end;
-- file: 20250105000000_savepoint.sql
begin;
savepoint s;
rollback to s;
release s;
commit;
