-- postgres: 18+
-- file: 20250101000000_create.sql
create table t (a integer, b integer, c integer);
-- file: 20250102000000_add.sql
alter table t add constraint a_known not null a;
alter table t add constraint b_known not null b not valid;
-- finding: `c_known`
alter table t add constraint c_known check (c is not null);
-- file: 20250103000000_again.sql
alter table t add constraint a_known not null a;
alter table t add constraint b_known not null b not valid;
