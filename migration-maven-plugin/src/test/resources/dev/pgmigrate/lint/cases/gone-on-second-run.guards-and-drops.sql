-- file: 20250101000000_create.sql
create table a (id bigint, x text);
create table b (id bigint);
-- file: 20250102000000_change.sql
-- finding: `a.x`
alter table a alter column x set not null;
alter table a drop column if exists x;
-- finding: `b`
update b set id = 1 where id = 2;
alter table b rename to c;
-- file: 20250103000000_change.sql
alter table if exists c add column if not exists y text;
drop table if exists c;
