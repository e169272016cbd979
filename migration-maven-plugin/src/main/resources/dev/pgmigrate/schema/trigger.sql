SELECT 'trigger' AS kind, t.oid, t.tgrelid AS parent, t.tgname AS name,
       pg_get_triggerdef(t.oid) AS definition,
       CASE t.tgenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replica' WHEN 'A' THEN 'always' END AS enabled,
       CASE WHEN t.tgparentid <> 0 THEN 'yes' END AS inherited
FROM pg_catalog.pg_trigger t
WHERE NOT t.tgisinternal AND t.oid >= 16384
