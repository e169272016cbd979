-- file: 20250101000000_create.sql
create table t (id bigint primary key, a varchar(10) constraint a_there check (a <> ''), b varchar(10), c varchar(10));
alter table t add constraint c_there check (c <> '') not valid;
-- file: 20250102000000_widen.sql
-- finding: for the check `a_there`
alter table t alter column a type varchar(20);
alter table t alter column b type varchar(20);
alter table t alter column c type varchar(20);
