-- What a database holds, a line for each object, by name: an object that is dropped and made again as it was is the same.
SELECT string_agg(line, E'\n' ORDER BY line)
FROM (
  SELECT concat_ws(' ', 'relation', c.oid::regclass, c.relkind, c.relpersistence, c.relowner::regrole, c.relacl, c.reloptions,
    c.relrowsecurity, c.relforcerowsecurity, c.relreplident, obj_description(c.oid, 'pg_class'),
    CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) WHEN c.relkind = 'i' THEN pg_get_indexdef(c.oid) END,
    CASE WHEN c.relkind IN ('r', 'm', 'p') AND c.relispopulated
      THEN query_to_xml(format('SELECT count(*) FROM %s', c.oid::regclass), false, true, '')::text END) AS line
  FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema')
  UNION ALL
  SELECT concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    a.attidentity, a.attgenerated, a.attstorage, a.attstattarget, a.attacl, a.attoptions, a.attislocal, a.attinhcount,
    pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.oid >= 16384 AND c.relnamespace::regnamespace::text !~ '^pg_'
  UNION ALL
  SELECT concat_ws(' ', 'constraint', conname, conrelid::regclass, contypid::regtype, convalidated, pg_get_constraintdef(oid),
    obj_description(oid, 'pg_constraint'))
  FROM pg_constraint WHERE oid >= 16384
  UNION ALL
  SELECT concat_ws(' ', 'trigger', tgname, tgenabled, pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT concat_ws(' ', 'policy', polname, polrelid::regclass, polcmd, polpermissive, polroles::regrole[],
    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
  UNION ALL
  SELECT concat_ws(' ', 'rule', rulename, ev_enabled, pg_get_ruledef(oid)) FROM pg_rewrite WHERE oid >= 16384
  UNION ALL
  SELECT concat_ws(' ', 'routine', oid::regprocedure, prokind, proowner::regrole, prosecdef, provolatile, proisstrict,
    proparallel, procost, proconfig, proacl, prosrc, prorettype::regtype, obj_description(oid, 'pg_proc'))
  FROM pg_proc WHERE oid >= 16384
  UNION ALL
  SELECT concat_ws(' ', 'type', oid::regtype, typtype, typowner::regrole, typacl, typnotnull, typdefault,
    (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid), obj_description(oid, 'pg_type'))
  FROM pg_type t WHERE oid >= 16384
  UNION ALL
  SELECT concat_ws(' ', 'schema', nspname, nspowner::regrole, nspacl) FROM pg_namespace WHERE oid >= 16384 OR nspname = 'public'
  UNION ALL
  SELECT concat_ws(' ', 'extension', extname, extversion, extnamespace::regnamespace) FROM pg_extension
  UNION ALL
  SELECT concat_ws(' ', 'inherits', inhrelid::regclass, inhparent::regclass,
    pg_get_expr((SELECT relpartbound FROM pg_class WHERE oid = inhrelid), inhrelid)) FROM pg_inherits
  UNION ALL
  SELECT concat_ws(' ', 'statistics', stxname, stxrelid::regclass, stxkeys, stxkind) FROM pg_statistic_ext
  UNION ALL
  SELECT concat_ws(' ', 'publication', pubname, puballtables, pubinsert, pubupdate, pubdelete, pubtruncate,
    (SELECT array_agg(prrelid::regclass ORDER BY prrelid::regclass::text) FROM pg_publication_rel WHERE prpubid = p.oid))
  FROM pg_publication p
  UNION ALL
  SELECT concat_ws(' ', 'default privileges', defaclrole::regrole, defaclnamespace, defaclobjtype, defaclacl) FROM pg_default_acl
  UNION ALL
  SELECT concat_ws(' ', 'role', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
    rolbypassrls, rolconnlimit, rolvaliduntil, rolconfig) FROM pg_roles WHERE oid >= 16384
  UNION ALL
  SELECT concat_ws(' ', 'member', roleid::regrole, member::regrole, admin_option) FROM pg_auth_members WHERE oid >= 16384
  UNION ALL
  SELECT concat_ws(' ', 'setting', setdatabase, setrole, setconfig) FROM pg_db_role_setting
  UNION ALL
  SELECT concat_ws(' ', 'foreign', srvname, srvoptions, srvtype, srvversion) FROM pg_foreign_server
  UNION ALL
  SELECT concat_ws(' ', 'mapping', srvname, usename, umoptions) FROM pg_user_mappings
) AS state (line)
