-- postgres: 14+
-- refused: 42P16
-- file: 20250101000000_create.sql
create table t (a integer, b text, c varchar(10));
create table u (d integer, e text);
create view v1 as select a from t;
create view v2 as select a, b from t;
create view v3 as select t.*, u.e from t join u on t.a = u.d;
create view v4 (x, y) as select a, b from t;
create view v5 as select count(*), coalesce(a, 1), a::bigint, case when a = 1 then 1 else 2 end as k from t group by a;
create view v6 as select * from v2;
create view v7 as with w as (select a, b from t) select * from w;
create view v8 as select c from t;
create view v9 as select a from t union all select d from u;
create view v10 as select a, b from t;
create view v11 as select x.* from (select a as p, b as q from t) x;
create view v12 as select a from t;
create materialized view m1 as select a from t;
-- file: 20250102000000_fine.sql
create or replace view v1 as select a, b from t;
create or replace view v4 as select a as x, b as y, c from t;
create or replace view v5 as select 1::bigint as count, 2 as coalesce, 3::bigint as a, 4 as k;
create or replace view v6 as select v2.a, v2.b from v2;
create or replace view v7 as select a, b, c from t;
create or replace view v9 as select d as a from u;
alter view v10 rename column b to z;
create or replace view v10 as select a, b as z from t;
create or replace view pg_temp.v2 as select 1 as other;
drop view v12;
create or replace view v12 as select b from t;
-- file: 20250103000000_added.sql
alter table t add column f text;
-- finding: puts f where the column e is
create or replace view v3 as select t.*, u.e from t join u on t.a = u.d;
-- file: 20250104000000_added.sql
-- finding: from varchar(10) to varchar(20)
create or replace view v8 as select c::varchar(20) from t;
-- file: 20250105000000_added.sql
-- finding: leaves out its column q
create or replace view v11 as select a as p from t;
-- file: 20250106000000_added.sql
alter table t rename a to r;
-- finding: puts r where the column a is
create or replace view v1 as select r, b from t;
-- file: 20250107000000_guarded.sql
do $$ begin
    create or replace view public.v2 as select b from t;
exception when invalid_table_definition then null;
end $$;
