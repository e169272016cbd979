-- kind: CreatePublicationStmt
create publication p;
create publication p with (publish = 'insert', publish_via_partition_root);
create publication p for all tables;
create publication p for all tables with (publish = 'insert');
create publication p for table t, only s.u (a, b) where (a > 0), v *, w, tables in schema s, x, current_schema, table y;
create publication p for tables in schema current_schema, s with (publish = 'delete');
create publication p for table t, tables in schema s;
-- kind: AlterPublicationStmt
alter publication p set (publish = 'update');
alter publication p add table t, u;
alter publication p set tables in schema s;
alter publication p drop table only (t), s.u *;
-- kind: CreateSubscriptionStmt
create subscription s connection 'host=x' publication p, q;
create subscription s connection 'host=x' publication p with (connect = false, slot_name = none);
-- kind: AlterSubscriptionStmt
alter subscription s set (slot_name = none);
alter subscription s connection 'host=y';
alter subscription s refresh publication with (copy_data = false);
alter subscription s refresh publication;
alter subscription s add publication p with (refresh = false);
alter subscription s drop publication p, q;
alter subscription s set publication p;
alter subscription s enable;
alter subscription s disable;
alter subscription s skip (lsn = '0/1');
-- kind: DropSubscriptionStmt
drop subscription s;
drop subscription if exists s cascade;
-- kind: CreateFdwStmt
create foreign data wrapper w;
create foreign data wrapper w handler s.h no validator options (a 'b', "C" 'd');
create foreign data wrapper w no handler validator v;
-- kind: AlterFdwStmt
alter foreign data wrapper w handler h;
alter foreign data wrapper w no validator options (set a 'b');
alter foreign data wrapper w options (drop a);
-- kind: CreateForeignServerStmt
create server v foreign data wrapper w;
create server if not exists v type 'x' version '1' foreign data wrapper w options (host 'y');
create server v version null foreign data wrapper w;
-- kind: AlterForeignServerStmt
alter server v version '2';
alter server v version null options (add a 'b');
alter server v options (a 'b');
-- kind: CreateUserMappingStmt
create user mapping for app server v;
create user mapping if not exists for user server v options (a 'b');
create user mapping for public server v;
-- kind: AlterUserMappingStmt
alter user mapping for current_user server v options (set a 'b');
-- kind: DropUserMappingStmt
drop user mapping for app server v;
drop user mapping if exists for user server v;
-- kind: ImportForeignSchemaStmt
import foreign schema r from server v into s;
import foreign schema r limit to (a, only b) from server v into s options (x 'y');
import foreign schema r except (a) from server v into s;
