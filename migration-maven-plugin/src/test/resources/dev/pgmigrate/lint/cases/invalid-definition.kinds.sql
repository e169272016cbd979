-- postgres: 18+
-- refused: 0A000, 42501, 42701, 42703, 42804, 42809, 42P16, 42P17
-- file: 20250101000000_tables.sql
create type pair as (a int, b int);
create table if not exists parts (id bigint primary key, a int) partition by range (id);
create table if not exists lone (id bigint, a int primary key);
create table if not exists pairs of pair (a with options not null);
create temporary table here (id int);
create temporary table pg_temp.there (id int);
create domain named as text collate "C" not null;
-- file: 20250102000000_refused.sql
-- finding: has OIDs any more
create table with_oids (id int) with (oids);
create table without_oids (id int) with (oids = false, fillfactor = 70);
-- finding: partitioned and stores nothing
create table stored (id int) partition by list (id) with (fillfactor = 70);
-- finding: partitioned and stores nothing
alter table parts set (fillfactor = 70);
-- finding: partitioned and stores nothing
alter table parts set logged;
-- finding: a schema of its own choice
create temporary table public.here_too (id int);
-- finding: a schema of its own choice
create temporary view public.seen as select 1 as one;
-- finding: is in the schema for what is temporary
create unlogged table pg_temp.unlogged (id int);
-- finding: schema of the system
create table pg_catalog.ours (id int);
-- finding: a catalog of the system
alter table pg_class add column note text;
-- finding: no value is stored
create table unknowns (id int, u unknown);
-- finding: no value is stored
create type unknown_pair as (a int, b record);
-- finding: system column `ctid`
alter table lone add column ctid int;
-- finding: stays as it is
alter table lone alter column xmin type text;
-- finding: two primary keys
create table part_1 partition of parts (a primary key) for values from (1) to (10);
-- finding: two primary keys
alter table parts attach partition lone for values from (10) to (20);
-- finding: no attribute `c`
create table more_pairs of pair (c with options not null);
-- finding: is not a type that
create table lones of lone;
-- finding: is over a type of which
create domain anything as anyelement;
-- finding: has a collation
create domain sorted as int collate "C";
-- finding: always enforced
create domain loose as int check (value > 0) not enforced;
-- finding: says twice
create domain sure as int constraint one not null constraint two not null;
