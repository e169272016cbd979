-- kind: VariableSetStmt
set work_mem to '1MB';
set local search_path = s, "Other", 'third';
set session x.y.z to 1, -2.5, on, true, false, word;
set x to default;
set x = default;
set x from current;
set local = 1;
set session to 2;
set time zone 'UTC';
set time zone utc;
set time zone 5.5;
set time zone -3;
set time zone default;
set time zone local;
set time zone interval '2' hour to minute;
set time zone interval '2' hour;
set time zone interval (3) '2';
set time zone interval '2';
set session time zone local;
set schema 's';
set names;
set names 'utf8';
set names default;
set role app;
set role 'app';
set local role none;
set role to app;
set session authorization app;
set session authorization 'app';
set session authorization default;
set session session authorization app;
set local session authorization app;
set xml option document;
set xml option content;
set transaction isolation level serializable, read only, not deferrable;
set transaction isolation level read committed read write deferrable;
set transaction isolation level repeatable read;
set transaction isolation level read uncommitted;
set local transaction read only;
set transaction snapshot '00000003-0000001B-1';
set session characteristics as transaction read only;
set session characteristics to 1;
set time = 3;
reset x.y;
reset all;
reset time zone;
reset transaction isolation level;
reset session authorization;
reset session;
-- kind: VariableShowStmt
show x.y;
show all;
show time zone;
show transaction isolation level;
show session authorization;
-- kind: ConstraintsSetStmt
set constraints all deferred;
set constraints a, s.b immediate;
-- kind: TransactionStmt
begin;
begin work;
begin transaction isolation level serializable, read only deferrable;
start transaction;
start transaction read write, not deferrable;
commit;
commit work and chain;
commit transaction and no chain;
end;
end work and chain;
rollback;
rollback work;
rollback and chain;
abort;
abort transaction and no chain;
savepoint a;
release a;
release savepoint a;
release savepoint;
rollback to a;
rollback work to savepoint a;
prepare transaction 'x';
commit prepared 'x';
rollback prepared 'x';
-- kind: PrepareStmt
prepare p as select 1;
prepare p (int, s.t[]) as insert into t values ($1, $2);
prepare transaction as select 1;
-- kind: ExecuteStmt
execute p;
execute p (1, 'x');
-- kind: DeallocateStmt
deallocate p;
deallocate prepare p;
deallocate prepare;
deallocate all;
deallocate prepare all;
-- kind: ExplainStmt
explain select 1;
explain analyze select 1;
explain verbose select 1;
explain analyse verbose select 1;
explain (analyze, costs off, format json, buffers 1, settings 'on') select 1;
explain (select 1);
explain ((select 1)) union select 2;
explain (values (1));
explain (verbose) (select 1);
explain insert into t values (1);
explain create table t as select 1;
explain create temp table if not exists t (a, b) as select 1, 2 with no data;
explain create unlogged materialized view m as select 1;
explain refresh materialized view m;
explain declare c cursor for select 1;
explain execute p(1);
explain with x as (select 1) delete from t;
-- kind: DeclareCursorStmt
declare c cursor for select 1;
declare c binary insensitive asensitive scroll no scroll cursor with hold for values (1);
declare c cursor without hold for table t;
-- kind: FetchStmt
fetch c;
fetch from c;
fetch in c;
fetch next c;
fetch prior from c;
fetch first in c;
fetch last c;
fetch absolute 5 from c;
fetch relative -3 c;
fetch 10 from c;
fetch -1 c;
fetch all c;
fetch forward c;
fetch forward 5 in c;
fetch forward all from c;
fetch backward from c;
fetch backward +2 c;
fetch backward all c;
fetch next;
fetch forward;
fetch absolute;
fetch from next;
move all in c;
move c;
-- kind: ClosePortalStmt
close c;
close all;
-- kind: ListenStmt
listen c;
-- kind: UnlistenStmt
unlisten c;
unlisten *;
-- kind: NotifyStmt
notify c;
notify c, 'payload';
-- kind: DiscardStmt
discard all;
discard plans;
discard sequences;
discard temp;
discard temporary;
-- kind: LoadStmt
load 'file';
-- kind: CheckPointStmt
checkpoint;
