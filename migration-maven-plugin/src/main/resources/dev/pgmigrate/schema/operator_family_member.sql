SELECT 'operator family member' AS kind, f.oid, f.opfnamespace AS namespace, f.opfname || ' USING ' || m.amname AS "of", x.name, x.member, x.sort
FROM (SELECT o.amopfamily AS family,
             'operator ' || o.amopstrategy || ' ' || o.amoppurpose::text || ' (' || format_type(o.amoplefttype, NULL) || ', ' || format_type(o.amoprighttype, NULL) || ')' AS name,
             o.amopopr::pg_catalog.regoperator::text AS member,
             (SELECT s.opfnamespace::pg_catalog.regnamespace || '.' || quote_ident(s.opfname) FROM pg_catalog.pg_opfamily s WHERE s.oid = o.amopsortfamily) AS sort
      FROM pg_catalog.pg_amop o WHERE o.oid >= 16384
      UNION ALL
      SELECT p.amprocfamily,
             'function ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL) || ')',
             p.amproc::pg_catalog.regprocedure::text, NULL
      FROM pg_catalog.pg_amproc p WHERE p.oid >= 16384) x
     JOIN pg_catalog.pg_opfamily f ON f.oid = x.family
     JOIN pg_catalog.pg_am m ON m.oid = f.opfmethod
