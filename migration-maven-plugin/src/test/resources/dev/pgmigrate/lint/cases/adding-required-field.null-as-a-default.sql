-- file: 20250101000000_create.sql
create table t (id bigint primary key);
-- file: 20250102000000_add.sql
-- finding: `a` is NOT NULL without a default
alter table t add column a int not null default null;
alter table t add column b int not null default 0;
