-- refused: 42804
-- file: 20250101000000_create.sql
create type mood as enum ('sad');
create domain small as integer;
create table t (a text, b integer, c varchar(10), d mood, e jsonb, f boolean, g integer[], h small, i integer, j date, k text default '1');
-- file: 20250102000000_change.sql
-- finding: `a`
alter table t alter column a type integer;
alter table t alter column a type integer using a::integer;
alter table t alter column b type bigint;
alter table t alter column c type text;
alter table t alter column d type text;
alter table t alter column e type text;
-- finding: `f`
alter table public.t alter f set data type integer;
alter table t alter column g type bigint[];
alter table t alter column h type integer;
-- finding: `i`
alter table t alter column i type boolean;
alter table t alter column j type timestamptz;
-- file: 20250103000000_back.sql
-- finding: `d`
alter table t alter column d type mood;
-- finding: `c`
alter table t alter column c type date, alter column b type text;
