SELECT 'foreign data wrapper' AS kind, w.oid, w.fdwname AS name,
       pg_get_userbyid(w.fdwowner) AS owner,
       array_to_string(w.fdwacl, E'\n') AS acl,
       CASE WHEN w.fdwacl IS NOT NULL THEN array_to_string(acldefault('F', w.fdwowner), E'\n') END AS "default acl",
       NULLIF(w.fdwhandler, 0)::pg_catalog.regprocedure AS handler,
       NULLIF(w.fdwvalidator, 0)::pg_catalog.regprocedure AS validator,
       array_to_string(w.fdwoptions, E'\n') AS options
FROM pg_catalog.pg_foreign_data_wrapper w
