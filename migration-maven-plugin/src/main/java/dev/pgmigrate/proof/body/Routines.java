package dev.pgmigrate.proof.body;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.body.Routine.CalledBy;
import dev.pgmigrate.proof.body.Routine.Trigger;
import dev.pgmigrate.server.ServerConnection;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions of a database, as of one moment. */
public final class Routines {
    /**
     * A domain would refuse the NULL that stands for a value, so its base type is taken. Functions of extensions are not
     * the project's.
     */
    private static final String QUERY = """
        SELECT p.oid, p.xmin::text, n.nspname, p.proname, pg_get_function_identity_arguments(p.oid),
               l.lanname = 'plpgsql', p.prosrc,
               ARRAY(SELECT concat_ws(' ', quote_ident(nullif(p.proargnames[a.n], '')),
                            format_type(CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END, NULL))
                     FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY a (type, n)
                     JOIN pg_type t ON t.oid = a.type ORDER BY a.n),
               EXISTS (SELECT FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) a (type)
                       JOIN pg_type t ON t.oid = a.type WHERE t.typtype = 'p'),
               CASE p.prorettype WHEN 'trigger'::regtype THEN 'TRIGGER' WHEN 'event_trigger'::regtype THEN 'EVENT_TRIGGER'
                   ELSE 'SQL' END,
               ARRAY(SELECT DISTINCT ARRAY[format('%I.%I', tn.nspname, tc.relname), coalesce(quote_ident(g.tgoldtable), ''),
                                           coalesce(quote_ident(g.tgnewtable), '')]
                     FROM pg_trigger g JOIN pg_class tc ON tc.oid = g.tgrelid JOIN pg_namespace tn ON tn.oid = tc.relnamespace
                     WHERE g.tgfoid = p.oid AND NOT g.tgisinternal AND g.tgparentid = 0 ORDER BY 1),
               (SELECT substr(c, length('search_path=') + 1) FROM unnest(p.proconfig) c WHERE c LIKE 'search\\_path=%')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
        WHERE p.oid >= 16384 AND l.lanname IN ('plpgsql', 'sql') AND p.prosqlbody IS NULL AND n.nspname !~ '^pg_temp_'
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                          AND d.deptype = 'e')
        ORDER BY p.oid""";

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Map<Long, Routine> byOid;

    private Routines(Map<Long, Routine> byOid) {
        this.byOid = byOid;
    }

    /** Reads them; to be called outside a transaction. */
    public static Routines read(ServerConnection connection) {
        Map<Long, Routine> byOid = new LinkedHashMap<>();
        connection.ours().query(QUERY, Routines::routine).forEach(routine -> byOid.put(routine.oid(), routine));
        return new Routines(byOid);
    }

    private static Routine routine(ResultSet row) throws SQLException {
        return new Routine(
                row.getLong(1),
                row.getString(2),
                QualifiedName.of(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7),
                texts(row.getArray(8)),
                row.getBoolean(9),
                CalledBy.valueOf(row.getString(10)),
                triggers(row.getArray(11)),
                row.getString(12));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static List<Trigger> triggers(Array array) throws SQLException {
        List<Trigger> triggers = new ArrayList<>();
        for (Object trigger : (Object[]) array.getArray()) {
            String[] parts = (String[]) trigger;
            triggers.add(new Trigger(
                    parts[0],
                    Stream.of(parts[1], parts[2])
                            .filter(name -> !name.isEmpty())
                            .toList()));
        }
        return triggers;
    }

    /** Returns those that are not as they were in {@code before}, or were not there. */
    List<Routine> changedSince(Routines before) {
        return byOid.values().stream()
                .filter(routine -> {
                    Routine old = before.byOid.get(routine.oid());
                    return old == null
                            || !old.definition().equals(routine.definition())
                            || !old.triggers().equals(routine.triggers());
                })
                .toList();
    }

    /** Returns the names of those that {@code after} does not have as they are here. */
    Set<String> namesGoneIn(Routines after) {
        return byOid.values().stream()
                .filter(routine -> {
                    Routine now = after.byOid.get(routine.oid());
                    return now == null || !now.signature().equals(routine.signature());
                })
                .map(routine -> routine.name().name())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns those whose body holds one of {@code words}, or that a trigger of one of these tables calls. */
    List<Routine> mentioning(Collection<String> words) {
        return words.isEmpty()
                ? List.of()
                : byOid.values().stream()
                        .filter(routine ->
                                routine.triggers().stream().anyMatch(trigger -> mentions(trigger.table(), words))
                                        || mentions(routine.source(), words))
                        .toList();
    }

    private static boolean mentions(String text, Collection<String> words) {
        return WORD.matcher(text).results().anyMatch(word -> words.contains(word.group()));
    }

    List<Routine> all() {
        return List.copyOf(byOid.values());
    }

    /** Returns the one with this number, or null. */
    @Nullable
    Routine of(long oid) {
        return byOid.get(oid);
    }

    /** Returns whether some body makes a table {@code name}: its statements know what only runs of it have made. */
    boolean make(String name) {
        Pattern making = Pattern.compile("(?i)\\btable\\s+(if\\s+not\\s+exists\\s+)?(\"?pg_temp\"?\\s*\\.\\s*)?\"?"
                + Pattern.quote(name) + "\\b");
        return byOid.values().stream()
                .anyMatch(routine -> making.matcher(routine.source()).find());
    }
}
