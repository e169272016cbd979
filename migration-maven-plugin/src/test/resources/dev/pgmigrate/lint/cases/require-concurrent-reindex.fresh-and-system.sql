-- runner: psql
-- file: 20250101000000_create.sql
create table t (id bigint primary key);
create index i on t (id);
-- file: 20250102000000_reindex.sql
-- finding: `t`
reindex table t;
-- finding: `public.i`
reindex (verbose) index public.i;
reindex index concurrently i;
reindex (concurrently) table t;
create table fresh (id bigint primary key);
reindex table fresh;
