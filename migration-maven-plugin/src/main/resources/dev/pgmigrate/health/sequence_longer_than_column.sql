SELECT x.sequence_name, x.remaining_percentage
FROM (SELECT s.seqrelid::pg_catalog.regclass::text AS sequence_name,
             round(100 * (m.largest - COALESCE(CASE WHEN has_sequence_privilege(s.seqrelid, 'SELECT, USAGE') THEN pg_sequence_last_value(s.seqrelid::pg_catalog.regclass) END,
                                               s.seqstart)) / m.largest, 2) AS remaining_percentage
      FROM pg_catalog.pg_sequence s
           JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
           JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = s.seqrelid AND d.deptype IN ('a', 'i')
                                          AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0
           JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
           CROSS JOIN LATERAL (SELECT CASE a.atttypid WHEN 'int2'::pg_catalog.regtype THEN 32767::numeric WHEN 'int4'::pg_catalog.regtype THEN 2147483647 END AS largest) m
      WHERE c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = :schema_name_param::text)
            AND s.seqincrement > 0 AND m.largest < s.seqmax) x
WHERE x.remaining_percentage <= :remaining_percentage_threshold::numeric
ORDER BY x.sequence_name
