-- file: 20250101000000_create.sql
create table t (a integer, b text);
-- file: 20250102000000_fill.sql
-- finding: `public.t`
update t set a = 1 where a is null;
-- file: 20250103000000_fill.sql
update public.t set a = 2 where a is null;
analyze t (a);
insert into t values (1, 'x');
create temp table s as select * from t;
update s set a = 3;
-- file: 20250104000000_index.sql
-- finding: `public.t`
create index i on t (lower(b));
create index j on t (b);
