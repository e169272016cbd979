SELECT CASE t.typtype WHEN 'c' THEN 'composite type' WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' ELSE 'type' END AS kind,
       t.oid, NULLIF(t.typrelid, 0) AS relation, t.typnamespace AS namespace, t.typname AS name,
       pg_get_userbyid(t.typowner) AS owner,
       array_to_string(t.typacl, E'\n') AS acl,
       CASE WHEN t.typacl IS NOT NULL THEN array_to_string(acldefault('T', t.typowner), E'\n') END AS "default acl",
       CASE WHEN NOT t.typisdefined THEN 'no' END AS defined,
       CASE t.typtype WHEN 'e' THEN (SELECT string_agg(quote_literal(e.enumlabel), E'\n' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid) END AS labels,
       CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS "base type",
       CASE WHEN t.typnotnull THEN 'yes' END AS "not null",
       COALESCE(pg_get_expr(t.typdefaultbin, 0), t.typdefault) AS "default",
       CASE WHEN t.typcollation <> 0 AND t.typtype IN ('d', 'b') THEN t.typcollation::pg_catalog.regcollation END AS collation,
       r.rngsubtype::pg_catalog.regtype AS subtype,
       r.rngmultitypid::pg_catalog.regtype AS "multirange type",
       NULLIF(r.rngcollation, 0)::pg_catalog.regcollation AS "subtype collation",
       (SELECT o.opcnamespace::pg_catalog.regnamespace || '.' || quote_ident(o.opcname) FROM pg_catalog.pg_opclass o WHERE o.oid = r.rngsubopc) AS "operator class",
       NULLIF(r.rngcanonical, 0)::pg_catalog.regprocedure AS canonical,
       NULLIF(r.rngsubdiff, 0)::pg_catalog.regprocedure AS "subtype difference",
       CASE t.typtype WHEN 'b' THEN concat_ws(', ', 'length ' || t.typlen, CASE WHEN t.typbyval THEN 'by value' END, 'alignment ' || t.typalign::text, 'storage ' || t.typstorage::text,
            'category ' || t.typcategory::text, CASE WHEN t.typispreferred THEN 'preferred' END, 'delimiter ' || t.typdelim::text, 'element ' || NULLIF(t.typelem, 0)::pg_catalog.regtype) END AS layout,
       CASE t.typtype WHEN 'b' THEN concat_ws(', ', 'input ' || t.typinput::pg_catalog.regprocedure, 'output ' || t.typoutput::pg_catalog.regprocedure,
            'receive ' || NULLIF(t.typreceive, 0)::pg_catalog.regprocedure, 'send ' || NULLIF(t.typsend, 0)::pg_catalog.regprocedure, 'typmod_in ' || NULLIF(t.typmodin, 0)::pg_catalog.regprocedure,
            'typmod_out ' || NULLIF(t.typmodout, 0)::pg_catalog.regprocedure, 'analyze ' || NULLIF(t.typanalyze, 0)::pg_catalog.regprocedure,
            'subscript ' || NULLIF(t.typsubscript, 0)::pg_catalog.regprocedure) END AS functions
FROM pg_catalog.pg_type t
     LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
     LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
     LEFT JOIN pg_catalog.pg_type e ON e.typarray = t.oid
WHERE t.oid >= 16384 AND e.oid IS NULL AND t.typtype <> 'm' AND (c.oid IS NULL OR c.relkind = 'c')
