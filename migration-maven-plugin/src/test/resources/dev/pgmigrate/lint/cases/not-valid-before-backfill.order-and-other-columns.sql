-- file: 20250101000000_create.sql
create table t (a integer, b integer, c integer);
create table u (a integer);
-- file: 20250102000000_change.sql
alter table t add constraint k check (a is not null) not valid;
-- finding: `k`
update t set a = 0 where a is null;
-- file: 20250103000000_change.sql
update t set b = 0 where b is null;
alter table t add constraint l check (b is not null) not valid;
-- file: 20250104000000_change.sql
alter table t add constraint m check (c > 0) not valid;
update u set a = 1 where a is null;
