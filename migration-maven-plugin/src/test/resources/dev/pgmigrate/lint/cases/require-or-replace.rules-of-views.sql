-- file: 20250101000000_create.sql
create table if not exists t (a integer);
create or replace view v as select a from t;
-- finding: `plain` on `v`
create rule plain as on insert to v do instead insert into t values (new.a);
create or replace rule replaced as on update to v do instead nothing;
drop rule if exists dropped on v;
create rule dropped as on delete to v do instead nothing;
-- file: 20250102000000_made_anew.sql
drop view v;
create view v as select a from t;
create rule plain as on insert to v do instead nothing;
