SELECT 'default privileges' AS kind, d.oid, NULLIF(d.defaclnamespace, 0) AS namespace, pg_get_userbyid(d.defaclrole) AS "of",
       CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
                            WHEN 'n' THEN 'schemas' WHEN 'L' THEN 'large objects' END AS name,
       array_to_string(d.defaclacl, E'\n') AS acl
FROM pg_catalog.pg_default_acl d
