-- file: 20250101000000_create.sql
create table t (tm time(3), txt text, v varchar(10), w timestamp, d varchar(10), e varchar(10), o oid);
create index t_lower on t (lower(d));
create index t_part on t (tm) where e is not null;
create index t_txt on t (txt);
create index t_v on t (v);
-- file: 20250102000000_catalog_only.sql
alter table t alter column tm type time(6);
alter table t alter column v type varchar(20);
alter table t alter column o type integer;
-- file: 20250103000000_indexes.sql
-- finding: rebuilds the index `t_lower` of `t`
alter table t alter column d type varchar(20);
-- finding: rebuilds the index `t_part` of `t`
alter table t alter column e type varchar(20);
-- finding: rebuilds the index `t_txt` of `t`
alter table t alter column txt type text collate "C";
-- file: 20250104000000_using.sql
set timezone = 'UTC';
-- finding: from timestamp to timestamptz rewrites `t`
alter table t alter column w type timestamptz using w at time zone 'UTC';
