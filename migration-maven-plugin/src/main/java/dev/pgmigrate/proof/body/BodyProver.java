package dev.pgmigrate.proof.body;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.body.Routine.Trigger;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Has a server plan what functions would run: PL/pgSQL itself looks at a statement only when it gets there, which in
 * production is too late (manual, "Plan Caching").
 */
public final class BodyProver {
    private static final String VALIDATE = """
        CREATE FUNCTION pg_temp.migrate_validate(routine oid, path text) RETURNS text LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_catalog.set_config('search_path', path, true);
            PERFORM %s(routine);
            RETURN '';
        EXCEPTION WHEN OTHERS THEN
            RETURN pg_catalog.concat('0:', SQLSTATE, ':', SQLERRM);
        END $$""";

    private final RoutineSources sources = new RoutineSources();
    private final Set<String> known = new TreeSet<>();
    private final Map<String, Routine> broken = new LinkedHashMap<>();

    /** Takes note of the functions that a file makes, so that problems can be placed. */
    public void read(SqlFile file) {
        sources.read(file);
    }

    /**
     * Proves the bodies that a migration makes, or that speak of what it changes.
     *
     * @param connection a session outside a transaction; whatever is tried is undone
     * @param before the functions before the migration
     * @param after those after it
     * @param changed the names of the relations that it changes
     */
    public BodyProof prove(ServerConnection connection, Routines before, Routines after, Collection<String> changed) {
        List<Routine> made = after.changedSince(before);
        Set<String> words = before.namesGoneIn(after);
        words.addAll(changed);
        Set<Routine> routines = new LinkedHashSet<>(made);
        routines.addAll(after.mentioning(words));
        Findings findings = new Findings(sources, after);
        plan(connection, routines, findings);
        List<BodyProblem> problems = new ArrayList<>();
        for (Map.Entry<BodyProblem, Routine> found : findings.problems().entrySet()) {
            boolean isNew = known.add(found.getKey().identity());
            if (isNew || made.contains(found.getValue())) {
                problems.add(found.getKey());
                broken.put(found.getKey().identity(), found.getValue());
            }
        }
        return new BodyProof(problems, findings.planned(), findings.unproved());
    }

    /** Returns the problems, each with whether it is mended in the end. */
    public static List<BodyProblem> settled(List<BodyProblem> problems, Set<String> left) {
        return problems.stream()
                .map(problem -> left.contains(problem.identity()) ? problem : problem.asMended())
                .toList();
    }

    public boolean hasProblems() {
        return !broken.isEmpty();
    }

    /** Returns which of the problems that were found are still there. */
    public Set<String> left(ServerConnection connection, Routines end) {
        Set<Routine> routines = new LinkedHashSet<>();
        for (Routine routine : broken.values()) {
            Routine now = end.of(routine.oid());
            if (now != null) {
                routines.add(now);
            }
        }
        Findings findings = new Findings(sources, end);
        plan(connection, routines, findings);
        Set<String> left = new TreeSet<>();
        findings.problems().keySet().forEach(problem -> left.add(problem.identity()));
        return left;
    }

    void plan(ServerConnection connection, Collection<Routine> routines, Findings findings) {
        if (routines.isEmpty()) {
            return;
        }
        SessionSettings.UNLIMITED.reset(connection);
        connection.execute("BEGIN");
        try {
            validate(
                    connection,
                    routines.stream().filter(routine -> !routine.plpgsql()).toList(),
                    "fmgr_sql_validator",
                    findings);
            for (Routine routine : routines) {
                if (routine.plpgsql()) {
                    plan(connection, routine, findings);
                }
            }
        } finally {
            connection.rollback();
        }
    }

    /** The validator of a language says what CREATE FUNCTION would say now. */
    private void validate(ServerConnection connection, List<Routine> routines, String validator, Findings findings) {
        if (routines.isEmpty()) {
            return;
        }
        connection.execute("SAVEPOINT validate; " + VALIDATE.formatted("pg_catalog." + validator));
        String path = connection
                .queryOne("SELECT pg_catalog.current_setting('search_path')", row -> row.getString(1))
                .orElse("");
        for (Routine routine : routines) {
            findings.isPlanned(1);
            connection
                    .queryOne(
                            "SELECT pg_temp.migrate_validate(?::pg_catalog.oid, ?)",
                            row -> row.getString(1),
                            routine.oid(),
                            routine.searchPathOrNull() == null ? path : routine.searchPathOrNull())
                    .filter(report -> !report.isEmpty())
                    .ifPresent(report -> findings.add(routine, List.of(Probe.Piece.whole(routine)), report));
        }
        connection.execute("ROLLBACK TO SAVEPOINT validate");
    }

    private void plan(ServerConnection connection, Routine routine, Findings findings) {
        if (routine.polymorphic()) {
            findings.isUnknown(routine, List.of("types that only a call decides"));
            return;
        }
        List<@Nullable Trigger> triggers = new ArrayList<>(routine.triggers());
        if (triggers.isEmpty()) {
            triggers.add(null);
        }
        for (Trigger trigger : triggers) {
            Probe probe = ProbeWriter.of(routine, trigger).orElse(null);
            if (probe == null) {
                findings.isUnknown(routine, List.of("a body that cannot be read"));
            } else {
                run(connection, routine, probe, findings);
            }
        }
    }

    private void run(ServerConnection connection, Routine routine, Probe probe, Findings findings) {
        connection.execute("SAVEPOINT probe");
        List<String> reports = new ArrayList<>();
        try {
            connection.execute(probe.create());
            reports.addAll(connection.query(probe.call(), row -> row.getString(1)));
        } catch (ServerException e) {
            connection.execute("ROLLBACK TO SAVEPOINT probe");
            findings.isUnknown(routine, List.of("its declarations"));
            validate(connection, List.of(routine), "plpgsql_validator", findings);
            return;
        }
        connection.execute("ROLLBACK TO SAVEPOINT probe");
        findings.isPlanned(probe.pieces().size());
        findings.isUnknown(routine, probe.unknown());
        reports.forEach(report -> findings.add(routine, probe.pieces(), report));
    }
}
