-- postgres: 18+
-- file: 20250101000000_create.sql
create table t (id bigint primary key, a int, b int, c int, d int constraint d_there check (d is not null));
-- file: 20250102000000_add.sql
-- finding: `a` NOT NULL scans `t`
alter table t add constraint a_there not null a;
-- finding: `b` NOT NULL scans `t`
alter table t add not null b;
alter table t add constraint c_there not null c not valid;
alter table t add constraint d_is_there not null d;
create table u (a int);
alter table u add constraint a_there not null a;
