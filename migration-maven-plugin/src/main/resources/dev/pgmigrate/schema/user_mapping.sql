SELECT 'user mapping' AS kind, u.umid AS oid, u.srvname AS "of", CASE u.umuser WHEN 0 THEN 'public' ELSE u.usename END AS name,
       array_to_string(u.umoptions, E'\n') AS options,
       CASE WHEN u.umoptions IS NULL AND NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user) THEN 'options' END AS unread
FROM pg_catalog.pg_user_mappings u
