-- kind: IndexStmt
create index on t (a);
create unique index concurrently if not exists i on only s.t using gin (a gin_trgm_ops (siglen = 32) desc nulls last, lower(b) collate "C" text_ops asc nulls first, (a + 1))
    include (c, d) nulls not distinct with (fillfactor = 70, deduplicate_items) tablespace fast where a is not null and b > 0;
create index if on t (a);
create index i on t * (coalesce(a, 1), s.f(b), current_date, left(c, 2), cast(d as int)) nulls distinct;
create index concurrently i on t (a s.ops);
create index concurrently on t (value);
-- kind: ReindexStmt
reindex index i;
reindex table concurrently s.t;
reindex (verbose, concurrently true, tablespace fast) schema s;
reindex schema concurrently s;
reindex database;
reindex system d;
reindex (concurrently) database concurrently d;
-- kind: ClusterStmt
cluster;
cluster verbose;
cluster t;
cluster verbose s.t using i;
cluster i on t;
cluster verbose i on s.t;
cluster (verbose) t using i;
cluster (verbose false);
-- kind: VacuumStmt
vacuum;
vacuum full freeze verbose analyze t (a, b), s.u;
vacuum verbose analyse;
vacuum (full, analyze false, index_cleanup auto, parallel 2, buffer_usage_limit '1MB', skip_locked on, format x) only t, u;
analyze;
analyze verbose t, s.u (a);
analyse (verbose, skip_locked) t;
-- kind: CreateStatsStmt
create statistics on a, b from t;
create statistics if not exists s.x (ndistinct, mcv) on a, (b + 1), lower(c) from t;
create statistics x on a, b from t, u join w on true;
-- kind: AlterStatsStmt
alter statistics x set statistics 100;
alter statistics if exists s.x set statistics default;
-- kind: RefreshMatViewStmt
refresh materialized view m;
refresh materialized view concurrently s.m with data;
refresh materialized view m with no data;
