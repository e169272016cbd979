SELECT 'schema' AS kind, n.oid, n.nspname AS name,
       pg_get_userbyid(n.nspowner) AS owner,
       array_to_string(n.nspacl, E'\n') AS acl,
       CASE WHEN n.nspacl IS NOT NULL THEN array_to_string(acldefault('n', n.nspowner), E'\n') END AS "default acl"
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_(toast|temp_)'
