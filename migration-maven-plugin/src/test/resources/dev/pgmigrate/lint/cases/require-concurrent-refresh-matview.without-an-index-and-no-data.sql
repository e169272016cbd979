-- file: 20250101000000_create.sql
create table t (id bigint);
create materialized view a as select id from t;
create unique index a_i on a (id);
create materialized view b as select id from t;
create materialized view "C" as select id from t;
create unique index c_i on "C" (id) where id > 0;
-- file: 20250102000000_refresh.sql
-- finding: `public.a`
refresh materialized view public.a;
refresh materialized view concurrently a;
refresh materialized view a with no data;
-- finding: `b`
refresh materialized view b;
-- finding: `C`
refresh materialized view "C";
create materialized view d as select id from t;
refresh materialized view d;
