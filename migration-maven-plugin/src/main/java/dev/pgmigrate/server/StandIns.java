package dev.pgmigrate.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells which extensions of a database are only stand-ins, and by which words SQL refers to what they made. */
public final class StandIns {
    /** A schema that an extension has to itself is what statements name; otherwise they name the object. */
    private static final String WORDS = """
        SELECT DISTINCT e.extname, CASE WHEN n.nspname IN ('public', 'extensions') THEN m.name ELSE n.nspname END
        FROM pg_extension e
          JOIN pg_depend d ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e'
          CROSS JOIN LATERAL (
            SELECT proname, pronamespace FROM pg_proc WHERE d.classid = 'pg_proc'::regclass AND oid = d.objid
            UNION ALL SELECT typname, typnamespace FROM pg_type WHERE d.classid = 'pg_type'::regclass AND oid = d.objid
            UNION ALL SELECT relname, relnamespace FROM pg_class WHERE d.classid = 'pg_class'::regclass AND oid = d.objid
            UNION ALL SELECT opcname, opcnamespace FROM pg_opclass
              WHERE d.classid = 'pg_opclass'::regclass AND oid = d.objid
            UNION ALL SELECT amname, e.extnamespace FROM pg_am WHERE d.classid = 'pg_am'::regclass AND oid = d.objid
          ) AS m (name, namespace)
          JOIN pg_namespace n ON n.oid = m.namespace
        WHERE e.extversion LIKE ?
          AND NOT EXISTS (SELECT FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = m.name)
          AND NOT EXISTS (SELECT FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typname = m.name)""";

    private StandIns() {}

    /** Returns the names of the extensions that are stand-ins; also within the transaction of a migration. */
    public static Set<String> in(ServerConnection connection) {
        return new TreeSet<>(connection.query(
                "SELECT extname FROM pg_catalog.pg_extension WHERE extversion OPERATOR(pg_catalog.~~) ?",
                row -> row.getString(1),
                StandInExtension.VERSIONS));
    }

    /** Returns the words by which SQL refers to what each of them made, and to itself. */
    public static Map<String, Set<String>> words(ServerConnection connection) {
        Map<String, Set<String>> words = new TreeMap<>();
        in(connection).forEach(name -> words.put(name, new TreeSet<>(Set.of(name))));
        connection
                .ours()
                .query(
                        WORDS,
                        row -> words.computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                                .add(row.getString(2)),
                        StandInExtension.VERSIONS);
        return words;
    }
}
