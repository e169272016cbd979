-- What a database holds, one line an object, in an order that does not depend on OIDs.
WITH schemas AS (
    SELECT oid, nspname, nspacl FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), relations AS (
    SELECT c.*, c.oid AS id, format('%I.%I', nspname, relname) AS name
    FROM pg_class c JOIN schemas s ON s.oid = relnamespace
)
SELECT line FROM (
    SELECT format('schema %s acl=%s', nspname, nspacl) AS line FROM schemas
    UNION ALL
    SELECT format('relation %s kind=%s rls=%s force=%s persistence=%s identity=%s options=%s acl=%s',
        name, relkind, relrowsecurity, relforcerowsecurity, relpersistence, relreplident, reloptions,
        -- A REVOKE writes down the privileges that an owner has by default, which mean what none written mean.
        coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)))
    FROM relations
    UNION ALL
    SELECT format('column %s.%s #%s %s notnull=%s default=%s identity=%s generated=%s acl=%s', name, attname,
        row_number() OVER (PARTITION BY attrelid ORDER BY attnum), format_type(atttypid, atttypmod), attnotnull,
        pg_get_expr(adbin, adrelid), attidentity, attgenerated, attacl)
    FROM relations
    JOIN pg_attribute ON attrelid = id AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    UNION ALL
    SELECT format('constraint %s on %s %s valid=%s', conname, name, pg_get_constraintdef(c.oid), convalidated)
    FROM relations JOIN pg_constraint c ON conrelid = id
    UNION ALL
    SELECT format('index %s valid=%s', pg_get_indexdef(indexrelid), indisvalid)
    FROM relations JOIN pg_index ON indexrelid = id
    UNION ALL
    SELECT format('view %s %s', name, pg_get_viewdef(id)) FROM relations WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT format('sequence %s start=%s by=%s', name, seqstart, seqincrement)
    FROM relations JOIN pg_sequence ON seqrelid = id
    UNION ALL
    SELECT format('trigger %s enabled=%s', pg_get_triggerdef(t.oid), tgenabled)
    FROM relations JOIN pg_trigger t ON tgrelid = id WHERE NOT tgisinternal
    UNION ALL
    SELECT format('policy %s on %s %s %s to=%s using=%s check=%s', polname, name, polcmd, polpermissive,
        ARRAY(SELECT rolname FROM pg_roles WHERE pg_roles.oid = ANY (polroles) ORDER BY 1),
        pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    FROM relations JOIN pg_policy ON polrelid = id
    UNION ALL
    SELECT format('type %I.%I kind=%s labels=%s acl=%s', nspname, typname, typtype,
        ARRAY(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder), typacl)
    FROM pg_type t JOIN schemas s ON s.oid = typnamespace
    UNION ALL
    SELECT format('routine %s acl=%s', pg_get_functiondef(p.oid), proacl)
    FROM pg_proc p JOIN schemas s ON s.oid = pronamespace WHERE prokind IN ('f', 'p')
    UNION ALL
    SELECT format('publication %s all=%s i=%s u=%s d=%s t=%s tables=%s', pubname, puballtables, pubinsert, pubupdate,
        pubdelete, pubtruncate,
        ARRAY(SELECT prrelid::regclass::text FROM pg_publication_rel WHERE prpubid = p.oid ORDER BY 1))
    FROM pg_publication p
    UNION ALL
    SELECT format('extension %s', extname) FROM pg_extension
    UNION ALL
    SELECT format('comment on %s: %s', o.identity, description)
    FROM pg_description d, pg_identify_object(classoid, objoid, objsubid) o
    WHERE o.schema IN (SELECT nspname FROM schemas)
) lines
ORDER BY line COLLATE "C"
