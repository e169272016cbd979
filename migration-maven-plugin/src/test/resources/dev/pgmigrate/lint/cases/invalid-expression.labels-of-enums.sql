-- refused: 22P02
-- file: 20250101000000_create.sql
create type kind as enum ('voice call', 'text');
create table t (id bigint primary key, a kind default 'text', b text default 'voice', c kind[] default '{}');
-- file: 20250102000000_change.sql
-- finding: 'voice' is no label of `kind`
create table u (id bigint primary key, a kind default 'voice');
-- finding: 'Text' is no label of `kind`
alter table t add column d kind default 'Text'::kind;
-- finding: 'sms' is no label of `kind`
alter table t alter column a set default 'sms';
alter table t alter column a set default 'voice call';
alter table t alter column b set default 'sms';
-- file: 20250103000000_more.sql
alter type kind add value 'sms';
-- file: 20250104000000_use.sql
alter table t alter column a set default 'sms';
