SELECT 'language' AS kind, l.oid, l.lanname AS name,
       pg_get_userbyid(l.lanowner) AS owner,
       array_to_string(l.lanacl, E'\n') AS acl,
       CASE WHEN l.lanacl IS NOT NULL THEN array_to_string(acldefault('l', l.lanowner), E'\n') END AS "default acl",
       CASE WHEN l.lanpltrusted THEN 'yes' END AS trusted,
       NULLIF(l.lanplcallfoid, 0)::pg_catalog.regprocedure AS handler,
       NULLIF(l.laninline, 0)::pg_catalog.regprocedure AS inline,
       CASE WHEN l.lanispl THEN NULLIF(l.lanvalidator, 0)::pg_catalog.regprocedure END AS validator
FROM pg_catalog.pg_language l
