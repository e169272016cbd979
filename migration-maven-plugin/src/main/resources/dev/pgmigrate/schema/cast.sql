SELECT 'cast' AS kind, c.oid, format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) AS name,
       NULLIF(c.castfunc, 0)::pg_catalog.regprocedure AS function,
       CASE c.castcontext WHEN 'a' THEN 'assignment' WHEN 'i' THEN 'implicit' ELSE 'explicit' END AS context,
       CASE c.castmethod WHEN 'i' THEN 'inout' WHEN 'b' THEN 'binary' ELSE 'function' END AS method
FROM pg_catalog.pg_cast c
WHERE c.oid >= 16384
