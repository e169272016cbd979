SELECT 'rule' AS kind, r.oid, r.ev_class AS parent, r.rulename AS name,
       CASE WHEN r.rulename <> '_RETURN' THEN pg_get_ruledef(r.oid) END AS definition,
       CASE r.ev_enabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replica' WHEN 'A' THEN 'always' END AS enabled
FROM pg_catalog.pg_rewrite r
WHERE r.oid >= 16384 AND (r.rulename <> '_RETURN' OR r.ev_enabled <> 'O')
