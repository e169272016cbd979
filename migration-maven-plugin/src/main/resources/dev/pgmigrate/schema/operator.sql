SELECT 'operator' AS kind, o.oid, o.oprnamespace AS namespace,
       o.oprname || '(' || CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END
       || ', ' || CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')' AS name,
       pg_get_userbyid(o.oprowner) AS owner,
       NULLIF(o.oprresult, 0)::pg_catalog.regtype AS result,
       NULLIF(o.oprcode, 0)::pg_catalog.regprocedure AS function,
       NULLIF(o.oprcom, 0)::pg_catalog.regoperator AS commutator,
       NULLIF(o.oprnegate, 0)::pg_catalog.regoperator AS negator,
       NULLIF(o.oprrest, 0)::pg_catalog.regprocedure AS restrict,
       NULLIF(o.oprjoin, 0)::pg_catalog.regprocedure AS join,
       CASE WHEN o.oprcanhash THEN 'yes' END AS hashes,
       CASE WHEN o.oprcanmerge THEN 'yes' END AS merges
FROM pg_catalog.pg_operator o
WHERE o.oid >= 16384
