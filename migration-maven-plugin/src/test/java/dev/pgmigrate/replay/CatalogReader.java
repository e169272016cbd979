package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.truth.PreparedQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Catalog} after each of some 20,000 statements: asks one cheap question which of the system tables have
 * changed, and reads only those. What {@code initdb} makes has numbers below 16384 (PostgreSQL manual, 67.2.2 "OID Assignment").
 */
final class CatalogReader {
    private static final String TYPES =
            "SELECT oid, typname, CASE WHEN typcategory = 'A' AND typname LIKE '\\_%' THEN typelem ELSE 0 END"
                    + " FROM pg_catalog.pg_type WHERE oid < 16384";

    private static final List<Part> PARTS = List.of(
            new Part("schema", "pg_namespace", "true", "oid", "0", "nspname"),
            new Part(
                    "relation",
                    "pg_class",
                    "oid >= 16384 AND relkind <> 't'",
                    "oid",
                    "relnamespace",
                    "relname",
                    "relkind::text || relpersistence::text || CASE WHEN relrowsecurity THEN 't' ELSE 'f' END"
                            + " || relreplident::text",
                    "relacl"),
            new Part(
                    "type",
                    "pg_type",
                    "oid >= 16384",
                    "oid",
                    "typnamespace",
                    "typname",
                    "typtype",
                    "CASE WHEN typcategory = 'A' THEN typelem ELSE typrelid END",
                    "typbasetype",
                    "typtypmod"),
            new Part("label", "pg_enum", "enumtypid >= 16384", "enumtypid", "0", "enumlabel", "enumsortorder"),
            new Part(
                    "column",
                    "pg_attribute",
                    "attrelid >= 16384 AND attnum > 0 AND NOT attisdropped",
                    "attrelid",
                    "attnum",
                    "attname",
                    "atttypid",
                    "atttypmod",
                    "attnotnull::text || attidentity::text || attgenerated::text",
                    "atthasdef"),
            new Part(
                    "constraint",
                    "pg_constraint",
                    "oid >= 16384",
                    "conrelid",
                    "contypid",
                    "conname",
                    "contype",
                    "conkey",
                    "convalidated",
                    "confrelid"),
            new Part(
                    "index",
                    "pg_index",
                    "indexrelid >= 16384",
                    "indexrelid",
                    "indrelid",
                    "(SELECT amname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_am a ON a.oid = relam"
                            + " WHERE c.oid = indexrelid)",
                    "indkey",
                    "indisunique::text || (indpred IS NOT NULL)",
                    "indnkeyatts"),
            new Part(
                    "inherits",
                    "pg_inherits",
                    "inhrelid >= 16384",
                    "inhrelid",
                    "inhparent",
                    "''",
                    "(SELECT relispartition FROM pg_catalog.pg_class c WHERE c.oid = inhrelid)"),
            new Part(
                    "owner",
                    "pg_depend",
                    "objid >= 16384 AND classid = 'pg_catalog.pg_class'::regclass AND refclassid ="
                            + " 'pg_catalog.pg_class'::regclass AND refobjsubid > 0 AND deptype IN ('a', 'i')",
                    "objid",
                    "refobjid",
                    "''"),
            // Up to 14 the triggers that partitions have from above count as internal.
            new Part(
                    "trigger",
                    "pg_trigger",
                    "oid >= 16384 AND (NOT tgisinternal OR (tgparentid <> 0 AND tgconstraint = 0))",
                    "tgrelid",
                    "tgfoid",
                    "tgname"),
            new Part(
                    "policy",
                    "pg_policy",
                    "oid >= 16384",
                    "polrelid",
                    "0",
                    "polname",
                    "polpermissive::text || polcmd::text"),
            new Part("rule", "pg_rewrite", "oid >= 16384 AND rulename <> '_RETURN'", "ev_class", "0", "rulename"),
            new Part(
                    "routine",
                    "pg_proc",
                    "oid >= 16384",
                    "oid",
                    "pronamespace",
                    "proname",
                    "prokind",
                    "proargtypes",
                    "proacl"),
            new Part("extension", "pg_extension", "true", "oid", "extnamespace", "extname"),
            new Part("other publication", "pg_publication", "oid >= 16384", "oid", "0", "pubname"),
            new Part("other event trigger", "pg_event_trigger", "oid >= 16384", "oid", "0", "evtname"),
            new Part("other foreign data wrapper", "pg_foreign_data_wrapper", "oid >= 16384", "oid", "0", "fdwname"),
            new Part("other server", "pg_foreign_server", "oid >= 16384", "oid", "0", "srvname"),
            new Part("other language", "pg_language", "oid >= 16384", "oid", "0", "lanname"),
            new Part("other access method", "pg_am", "oid >= 16384", "oid", "0", "amname"),
            new Part("other statistics", "pg_statistic_ext", "oid >= 16384", "oid", "stxnamespace", "stxname"),
            new Part("other collation", "pg_collation", "oid >= 16384", "oid", "collnamespace", "collname"),
            new Part("other conversion", "pg_conversion", "oid >= 16384", "oid", "connamespace", "conname"),
            new Part(
                    "other operator class",
                    "pg_opclass",
                    "oid >= 16384",
                    "oid",
                    "opcnamespace",
                    "opcname || ' ' || (SELECT amname FROM pg_catalog.pg_am a WHERE a.oid = opcmethod)"),
            new Part(
                    "other operator family",
                    "pg_opfamily",
                    "oid >= 16384",
                    "oid",
                    "opfnamespace",
                    "opfname || ' ' || (SELECT amname FROM pg_catalog.pg_am a WHERE a.oid = opfmethod)"),
            new Part(
                    "other text search configuration",
                    "pg_ts_config",
                    "oid >= 16384",
                    "oid",
                    "cfgnamespace",
                    "cfgname"),
            new Part("other text search dictionary", "pg_ts_dict", "oid >= 16384", "oid", "dictnamespace", "dictname"),
            new Part("other text search parser", "pg_ts_parser", "oid >= 16384", "oid", "prsnamespace", "prsname"),
            new Part(
                    "other text search template",
                    "pg_ts_template",
                    "oid >= 16384",
                    "oid",
                    "tmplnamespace",
                    "tmplname"));

    /** A parallel worker may not run it, and would miss what the transaction itself has changed in the catalog. */
    private static final String SERIALLY = " WHERE (SELECT pg_catalog.set_config('truth.reading', '', true)) = '' AND ";

    private static final String CHANGES = changes();

    /** What databases begin with, which is the same for all copies of one on a server. */
    private static final Map<List<String>, Map<String, List<Row>>> BEGINNINGS = new ConcurrentHashMap<>();

    private static final Map<PostgresVersion, Map<Long, String>> BUILT_IN = new ConcurrentHashMap<>();

    private final ServerConnection connection;
    private final PreparedQueries queries;
    private final Map<Long, String> builtIn;
    private List<String> states = List.of();
    private final Map<String, List<Row>> rows = new HashMap<>();
    private Catalog known = new Catalog();

    CatalogReader(ServerConnection connection) {
        this.connection = connection;
        this.queries = new PreparedQueries(connection);
        this.builtIn = BUILT_IN.computeIfAbsent(connection.version(), version -> builtIn(connection));
    }

    private static Map<Long, String> builtIn(ServerConnection connection) {
        Map<Long, String> names = new HashMap<>();
        Map<Long, Long> elements = new HashMap<>();
        connection.query(TYPES, row -> {
            names.put(row.getLong(1), row.getString(2));
            return elements.put(row.getLong(1), row.getLong(3));
        });
        elements.forEach((array, element) -> {
            if (element != 0) {
                names.put(array, names.get(element) + "[]");
            }
        });
        return names;
    }

    /** A system table and what is read from it: a number, that of what it belongs to, a name, and up to four texts more. */
    private record Part(
            String kind, String table, String where, String id, String parent, String name, List<String> more) {
        Part(String kind, String table, String where, String id, String parent, String name, String... more) {
            this(kind, table, where, id, parent, name, List.of(more));
        }

        String sql() {
            StringBuilder sql = new StringBuilder("SELECT %s, %s, (%s)::text".formatted(id, parent, name));
            for (int i = 0; i < 4; i++) {
                sql.append(i < more.size() ? ", (" + more.get(i) + ")::text" : ", NULL");
            }
            return sql + from();
        }

        /** Every row has the number of the transaction that wrote it, and of the command. */
        String state() {
            return "SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint * 10000 + cmin::text::bigint), 0)"
                    + from();
        }

        private String from() {
            return " FROM pg_catalog." + table + SERIALLY + where;
        }
    }

    /** A row of a system table; the numbers are its own and that of what it belongs to. */
    record Row(
            long id,
            long parent,
            String name,
            @Nullable String a,
            @Nullable String b,
            @Nullable String c,
            @Nullable String d) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
        }
    }

    private static String changes() {
        List<String> all = new ArrayList<>();
        PARTS.forEach(part -> all.add(part.state()));
        return String.join(" UNION ALL ", all);
    }

    /** Hears what the session was told. */
    void afterwards(String sql) {
        queries.afterwards(sql);
    }

    /** Forgets what the session was told. */
    void endSession() {
        queries.endSession();
    }

    /** Returns the catalog as it is now; the same object as before where nothing has changed. */
    Catalog read() {
        List<String> now = connection.query(queries.execute(CHANGES), row -> row.getString(1));
        if (!now.equals(states)) {
            if (states.isEmpty()) {
                rows.putAll(BEGINNINGS.computeIfAbsent(beginning(now), state -> rows(PARTS)));
            } else {
                List<String> before = states;
                rows.putAll(rows(IntStream.range(0, PARTS.size())
                        .filter(i -> !now.get(i).equals(before.get(i)))
                        .mapToObj(PARTS::get)
                        .toList()));
            }
            states = now;
            known = new CatalogAssembly(rows, builtIn).catalog();
        }
        return known;
    }

    /** Returns what tells a state of a database from those of all others, on whichever server. */
    private List<String> beginning(List<String> state) {
        String url = connection.target().url();
        List<String> beginning = new ArrayList<>(state);
        beginning.add(url.substring(0, url.lastIndexOf('/')));
        return beginning;
    }

    private Map<String, List<Row>> rows(List<Part> parts) {
        String all = parts.stream().map(part -> queries.execute(part.sql())).collect(Collectors.joining(";"));
        Iterator<Part> next = parts.iterator();
        Map<String, List<Row>> read = new HashMap<>();
        connection.queryAll(all, result -> {
            List<Row> found = new ArrayList<>();
            while (result.next()) {
                found.add(Row.of(result));
            }
            read.put(next.next().kind(), found);
        });
        return read;
    }
}
