-- One example for each SyntaxFeature. The last statement of an example uses the feature, those before it prepare for it.

-- feature: ALTER_COLUMN_SET_COMPRESSION
create table notes (body text);
alter table notes alter column body set compression pglz;

-- feature: COLUMN_COMPRESSION
create table notes (body text compression pglz);

-- feature: CREATE_OR_REPLACE_TRIGGER
create table users (id bigint, name text);
create or replace trigger skip_same before update on users for each row execute function suppress_redundant_updates_trigger();

-- feature: DETACH_PARTITION_CONCURRENTLY
create table events (day date) partition by range (day);
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
alter table events detach partition events_2026 concurrently;

-- feature: GROUP_BY_DISTINCT
select count(*) from (values (1, 2)) as t (a, b) group by distinct rollup (a, b), rollup (a);

-- feature: SEARCH_OR_CYCLE
with recursive t (n) as (select 1 union all select n + 1 from t where n < 3) search depth first by n set path select n from t;

-- feature: SQL_ROUTINE_BODY
create function one() returns int begin atomic select 1; end;

-- feature: ALTER_TABLE_SET_ACCESS_METHOD
create table users (id bigint);
alter table users set access method heap;

-- feature: FOREIGN_KEY_SET_COLUMNS
create table teams (org int, id int, primary key (org, id));
create table users (org int, team int, foreign key (org, team) references teams on delete set null (team));

-- feature: GRANT_ON_PARAMETER
grant set on parameter log_min_duration_statement to public;

-- feature: MERGE
create table users (id bigint, name text);
merge into users as u using (values (1, 'Ada')) as v (id, name) on u.id = v.id when not matched then insert values (v.id, v.name);

-- feature: NULLS_DISTINCT
create table users (email text);
create unique index on users (email) nulls not distinct;

-- feature: PUBLICATION_COLUMNS
create table users (id bigint primary key, email text);
create publication people for table users (id);

-- feature: PUBLICATION_ROW_FILTER
create table users (id bigint primary key, email text);
create publication grown_up for table users where (id > 10);

-- feature: PUBLICATION_SCHEMAS
create publication everything for tables in schema public;

-- feature: REFRESH_DATABASE_COLLATION
alter database template1 refresh collation version;

-- feature: SUBSCRIPTION_SKIP
create subscription replica connection 'dbname=nowhere' publication p with (connect = false);
alter subscription replica skip (lsn = '0/12345');

-- feature: VIEW_SECURITY_INVOKER
create view ones with (security_invoker = true) as select 1 as one;

-- feature: COLUMN_STORAGE
create table notes (body text storage external);

-- feature: GRANT_ROLE_OPTIONS
create role gate_group;
create role gate_member;
grant gate_group to gate_member with inherit false;

-- feature: INTEGER_LITERALS
select 1_000_000 + 0xff as sum;

-- feature: IS_JSON
select '{}' is json object as answer;

-- feature: JSON_CONSTRUCTORS
select json_array(1, 2 null on null) as answer;

-- feature: REINDEX_CURRENT_DATABASE
reindex database;

-- feature: STATISTICS_WITHOUT_NAME
create table users (city text, zip text);
create statistics on city, zip from users;

-- feature: STORAGE_DEFAULT
create table notes (body text);
alter table notes alter column body set storage default;

-- feature: SUBQUERY_WITHOUT_ALIAS
select count(*) from (select 1);

-- feature: SYSTEM_USER
select system_user;

-- feature: XMLSERIALIZE_INDENT
select xmlserialize(document 'x' as text indent) where false;

-- feature: ALTER_DOMAIN_ADD_NOT_NULL
create domain email as text;
alter domain email add not null;

-- feature: ALTER_OPERATOR_FLAGS
create operator === (leftarg = int, rightarg = int, function = int4eq);
alter operator === (int, int) set (merges);

-- feature: AT_LOCAL
select now() at local;

-- feature: CLUSTER_OPTIONS_WITHOUT_TABLE
cluster (verbose);

-- feature: COPY_OPTION_DEFAULT
create table users (id bigint);
copy users from '/dev/null' (log_verbosity default);

-- feature: JSON_QUERY_FUNCTIONS
select json_value(jsonb '{"a": 1}', '$.a' returning int);

-- feature: JSON_TABLE
select * from json_table(jsonb '[1, 2]', '$[*]' columns (n int path '$'));

-- feature: MAINTAIN_PRIVILEGE
create table users (id bigint);
grant maintain on users to public;

-- feature: MERGE_BY_SOURCE
create table users (id bigint);
merge into users as u using (values (1)) as v (id) on u.id = v.id when not matched by source then delete;

-- feature: MERGE_RETURNING
create table users (id bigint);
merge into users as u using (values (1)) as v (id) on u.id = v.id when matched then delete returning u.id;

-- feature: SET_ACCESS_METHOD_DEFAULT
create table users (id bigint);
alter table users set access method default;

-- feature: SET_EXPRESSION
create table boxes (side int, area int generated always as (side * side) stored);
alter table boxes alter column area set expression as (side * side * 6);

-- feature: SET_STATISTICS_DEFAULT
create table users (id bigint);
alter table users alter column id set statistics default;

-- feature: ALTER_CONSTRAINT_INHERIT
create table users (id bigint constraint id_there not null);
alter table users alter constraint id_there no inherit;

-- feature: CONSTRAINT_ENFORCEMENT
create table users (age int check (age > 0) not enforced);

-- feature: DEFAULT_PRIVILEGES_ON_LARGE_OBJECTS
alter default privileges grant select on large objects to public;

-- feature: NOT_NULL_CONSTRAINT
create table users (id bigint);
alter table users add constraint id_there not null id not valid;

-- feature: RETURNING_WITH
create table users (id bigint);
delete from users returning with (old as gone) gone.id;

-- feature: TEMPORAL_FOREIGN_KEY
create table rooms (room int4range, during daterange, primary key (room, during without overlaps));
create table stays (room int4range, during daterange, foreign key (room, period during) references rooms (room, period during));

-- feature: VACUUM_ONLY
create table users (id bigint);
vacuum only users;

-- feature: VIRTUAL_COLUMN
create table boxes (side int, area int generated always as (side * side) virtual);

-- feature: WITHOUT_OVERLAPS
create table rooms (room int4range, during daterange, primary key (room, during without overlaps));
