-- postgres: 14+
-- refused: 2BP01
-- file: 20250101000000_create.sql
create schema app;
create schema empty;
create type mood as enum ('x');
create table t1 (id integer primary key);
create table u1 (id integer primary key, t_id integer references t1);
create view v1 as select id from t1;
create view v2 as select 1 as x;
create view v3 as select * from v2;
create table t4 (id integer);
create table t4p (id integer);
create policy p on t4p using (exists (select 1 from t4 where t4.id = t4p.id));
create table t5 (id integer);
create function f5() returns setof t5 language sql as 'select * from t5';
create table t6 (m mood);
create function check_it() returns boolean language sql as 'select true';
create table t7 (id integer primary key, up integer references t7);
create policy p2 on t7 using (check_it() and id > 0);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table t8 (a integer, b integer);
create trigger tr before update of a on t8 for each row when (new.b > 0) execute function touch();
create table app.x (id integer);
create function plain() returns integer language plpgsql as 'begin return (select count(*) from t4); end';
create function over(a integer) returns integer language sql as 'select 1';
create function over(a text) returns integer language sql as 'select 1';
create table def (id integer default over(1));
create table t9 (g integer, h integer, n integer unique);
create table free (id integer);
create view w9 as select g from t9, free;
create table u9 (id integer references t9 (n));
create table parts (a integer) partition by list (a);
create table parts1 partition of parts for values in (1);
create table renamed (id integer);
create view w10 as select id from renamed;
alter table renamed rename to t10;
-- file: 20250102000000_refused.sql
-- finding: and 1 more depend on the table `t1`
drop table t1;
-- finding: view `public.v3` depends on the view `v2`
drop view if exists v2;
-- finding: policy `p` on `public.t4p` depends on the table `t4`
drop table t4;
-- finding: function `public.f5()` depends on the table `public.t5`
drop table if exists public.t5;
-- finding: column `m` on `public.t6` depends on the type `mood`
drop type mood;
-- finding: policy `p2` on `public.t7` depends on the function `check_it`
drop function check_it();
-- finding: trigger `tr` on `public.t8` depends on the function `touch`
drop function touch;
-- finding: table `app.x` depends on the schema `app`
drop schema app;
-- finding: trigger `tr` depends on the column `a`
alter table t8 drop column a;
-- finding: trigger `tr` depends on the column `b`
alter table t8 drop column b;
-- finding: view `public.w9` depends on the column `g`
alter table t9 drop column g;
-- finding: foreign key `u9_id_fkey` on `public.u9` depends on the constraint `t9_n_key`
alter table t9 drop constraint t9_n_key;
-- finding: policy `p2` depends on the column `id`
alter table t7 drop column id;
-- finding: view `public.w10` depends on the table `t10`
drop table t10;
-- file: 20250103000000_fine.sql
create table s1 (id integer primary key, up integer references s1);
create table s2 (id integer primary key, s1_id integer references s1);
create view s3 as select id from s2;
create function s4() returns setof s2 language sql as 'select * from s2';
-- finding: constraint `s1_pkey` of `public.s1` depends on the index `s1_pkey`
drop index s1_pkey;
do $$ begin
    drop table s2;
exception when dependent_objects_still_exist then null;
end $$;
drop schema empty;
drop function plain();
drop function over(text);
drop table parts;
drop table free cascade;
alter table t9 drop column h;
-- file: 20250104000000_fine.sql
create table r1 (id integer primary key, m integer);
create table r2 (id integer primary key, r1_id integer references r1);
create view r3 as select id from r2;
create function r4() returns setof r2 language sql as 'select * from r2';
create table r5 (id integer);
create policy r6 on r5 using (id > 0);
drop view r3;
drop function r4();
drop table if exists r1, r2;
drop policy r6 on r5;
alter table r5 drop column id;
drop table r5;
drop table if exists never_seen;
