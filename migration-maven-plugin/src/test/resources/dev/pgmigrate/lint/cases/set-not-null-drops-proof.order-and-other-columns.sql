-- file: 20250101000000_create.sql
create table t (a integer, b integer, constraint n check (a is not null), constraint m check (b is not null));
-- file: 20250102000000_set.sql
-- finding: `n`
alter table t drop constraint n, alter column a set not null;
alter table t alter column b set not null;
alter table t drop constraint if exists m;
-- file: 20250103000000_other.sql
create table fresh (a integer, constraint x check (a is not null));
alter table fresh drop constraint x, alter column a set not null;
