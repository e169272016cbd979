-- file: 20250101000000_create.sql
create table t (id bigint);
select count(*) from t;
comment on table t is 'x';
-- file: 20250102000000_both.sql
alter table t add column x text;
-- finding: `t`
insert into t values (1, 'x');
-- file: 20250103000000_rows.sql
insert into t values (2, 'y');
