SELECT string_agg(concat_ws('/', x.catalog, x.rows, x.places), ' ' ORDER BY x.catalog)
FROM (SELECT 'class' AS catalog, count(*) AS rows, sum(hashtid(c.ctid)) AS places FROM pg_catalog.pg_class c WHERE c.relpersistence <> 't'
      UNION ALL SELECT 'attribute', count(*), sum(hashtid(a.ctid)) FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relpersistence <> 't'
      UNION ALL SELECT 'default', count(*), sum(hashtid(d.ctid)) FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_class c ON c.oid = d.adrelid AND c.relpersistence <> 't'
      UNION ALL SELECT 'constraint', count(*), sum(hashtid(n.ctid)) FROM pg_catalog.pg_constraint n LEFT JOIN pg_catalog.pg_class c ON c.oid = n.conrelid WHERE c.relpersistence IS DISTINCT FROM 't'
      UNION ALL SELECT 'index', count(*), sum(hashtid(i.ctid)) FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid AND c.relpersistence <> 't'
      UNION ALL SELECT 'rule', count(*), sum(hashtid(r.ctid)) FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class AND c.relpersistence <> 't'
      UNION ALL SELECT 'trigger', count(*), sum(hashtid(t.ctid)) FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid AND c.relpersistence <> 't'
      UNION ALL SELECT 'policy', count(*), sum(hashtid(p.ctid)) FROM pg_catalog.pg_policy p
      UNION ALL SELECT 'routine', count(*), sum(hashtid(f.ctid)) FROM pg_catalog.pg_proc f
      UNION ALL SELECT 'type', count(*), sum(hashtid(t.ctid)) FROM pg_catalog.pg_type t WHERE t.typrelid = 0 AND t.typelem = 0
      UNION ALL SELECT 'schema', count(*), sum(hashtid(s.ctid)) FROM pg_catalog.pg_namespace s WHERE s.nspname !~ '^pg_(toast_)?temp_') x
