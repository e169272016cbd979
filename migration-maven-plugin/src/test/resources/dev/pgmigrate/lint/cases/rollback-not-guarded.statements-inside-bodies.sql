-- file: 20250101000000_create.sql
create table a (id bigint, x text);
create table b (id bigint);
-- file: rollback/20250101000000_create.sql
do $$ begin drop table b; exception when undefined_table then null; end $$;
-- finding: column `x` of `a`
alter table a drop column x;
drop table if exists a;
