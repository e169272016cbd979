SELECT 'server' AS kind, s.oid, s.srvname AS name,
       pg_get_userbyid(s.srvowner) AS owner,
       array_to_string(s.srvacl, E'\n') AS acl,
       CASE WHEN s.srvacl IS NOT NULL THEN array_to_string(acldefault('S', s.srvowner), E'\n') END AS "default acl",
       (SELECT w.fdwname FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.oid = s.srvfdw) AS wrapper,
       s.srvtype AS type,
       s.srvversion AS version,
       array_to_string(s.srvoptions, E'\n') AS options
FROM pg_catalog.pg_foreign_server s
