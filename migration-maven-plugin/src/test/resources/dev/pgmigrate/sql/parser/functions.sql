-- kind: CreateFunctionStmt
create function f() returns int language sql as 'select 1';
create or replace function s.f(a int, in b text default 'x', inout c numeric = 1, out d int, variadic e text[]) as $$ begin end $$ language 'plpgsql';
create function f(int, double precision, in out x int, a in int, b variadic int[], c t.col%type, setof int) returns setof s.t.a%type as 'file', 'symbol' language c;
create function f(out int, inout text) returns record language sql immutable strict leakproof parallel safe cost 10 rows 5.5 window
    security definer set search_path = pg_catalog, public set work_mem to '1MB' set x.y from current reset all support s.helper
    transform for type hstore, for type s.x return 1 + 2;
create function f() returns table (a int, b t.c%type) language sql stable called on null input external security invoker not leakproof as 'select 1, 2';
create function f(x int) returns int language sql volatile returns null on null input begin atomic select 1; ; insert into t values (1); return x; end;
create function f() begin atomic end;
create function f() returns trigger external security definer language plpgsql as '' set time zone 'UTC' set role app set session authorization default
    set schema 's' set names 'utf8' set xml option document set transaction snapshot 'x' reset time zone reset transaction isolation level reset session authorization;
create procedure p(a int, b out text) language plpgsql as 'begin end';
create or replace procedure s.p() language sql begin atomic end;
create function int8_of(setof s.x, a s.y, timestamp, b timestamp with time zone, c character varying(3)) returns int return 1;
-- kind: AlterFunctionStmt
alter function f(int) immutable strict cost 5 restrict;
alter function s.f(a int, out text) security definer set search_path from current reset x.y;
alter procedure p set schema = 'x';
alter procedure p set schema 'x';
alter routine f(variadic text[]) parallel restricted rows 3 support h called on null input volatile not leakproof;
alter function left stable;
alter function f.g leakproof;
-- kind: DoStmt
do 'begin end';
do language plpgsql $x$ begin end $x$;
do $$ begin end $$ language 'plpgsql';
-- kind: CallStmt
call p();
call s.p(1, b => 'x');
call s.p(variadic array[1]);
-- kind: CreateTrigStmt
create trigger x before insert on t for each row execute function f();
create or replace trigger x after update of a, b or delete or truncate on s.t referencing new table as n old table o for each statement
    when (old.a is distinct from new.a) execute procedure s.f(1, 2.5, 'text', word, select);
create trigger x instead of insert or update on v for row execute function f();
create trigger x after insert on t referencing new row as r execute function f(, 1);
create constraint trigger x after insert or update on t from s.u not deferrable initially immediate for each row execute function f();
create constraint trigger x after delete on t deferrable initially deferred for each row when (true) execute function f();
-- kind: CreateEventTrigStmt
create event trigger x on ddl_command_end execute function f();
create event trigger x on sql_drop when tag in ('DROP TABLE', 'DROP INDEX') and tag in ('X') execute procedure s.f();
-- kind: AlterEventTrigStmt
alter event trigger x enable;
alter event trigger x enable always;
alter event trigger x enable replica;
alter event trigger x disable;
-- kind: RuleStmt
create rule r as on insert to t do instead nothing;
create or replace rule r as on update to s.t where old.a > 1 do also (insert into u values (1); ; delete from u; notify x, 'y';);
create rule r as on select to t do instead select * from u;
create rule r as on delete to t do (select 1 union select 2);
create rule r as on delete to t do (select 1; select 2);
create rule r as on delete to t do instead (select 1) union select 2;
create rule r as on delete to t do (with x as (select 1) insert into u select * from x);
create rule r as on insert to t do instead insert into u values (1) returning *;
create rule r as on insert to t do ();
create rule r as on update to t do update u set a = 1;
-- kind: CreatePolicyStmt
create policy p on t;
create policy p on s.t as permissive for all to public using (true) with check (false);
create policy "A policy" on t as restrictive for select to app, current_user, session_user using (a = (select auth.uid()));
create policy p on t for insert with check (a > 0);
create policy p on t for update to app using (true);
create policy p on t for delete;
-- kind: AlterPolicyStmt
alter policy p on t;
alter policy p on s.t to app using (true) with check (a > 0);
alter policy p on t with check (true);
-- kind: ViewStmt
create view v as select 1;
create or replace temp view v (a, b) with (security_invoker = on, security_barrier) as values (1, 2) with local check option;
create unlogged view v as table t with cascaded check option;
create temporary recursive view v (n) as values (1) union all select n + 1 from v;
create or replace recursive view s.v (n) with (security_barrier) as select 1;
create view v as select 1 with check option;
create or replace view v as (select 1);
-- kind: CreateTableAsStmt
create materialized view m as select 1;
create unlogged materialized view if not exists s.m (a) using heap with (fillfactor = 70) tablespace fast as select 1 with no data;
create materialized view m as values (1) with data;
