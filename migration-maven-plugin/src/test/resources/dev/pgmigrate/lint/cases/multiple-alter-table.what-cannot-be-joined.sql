-- file: 20250101000000_create.sql
create table t (a integer, b integer);
create table u (a integer);
-- file: 20250102000000_alter.sql
alter table t add column c integer;
-- finding: `public.t`
alter table public.t add column d integer;
alter table u add column c integer;
alter table t add constraint k check (a > 0) not valid;
alter table t validate constraint k;
alter table t rename column a to e;
alter table t rename column b to f;
create table fresh (a integer);
alter table fresh add column b integer;
alter table fresh add column c integer;
