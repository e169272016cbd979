package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.effect.Effects;
import dev.pgmigrate.effect.Work;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.LockModes;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.truth.KnownMisses;
import dev.pgmigrate.truth.SuiteShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which locks a real server holds on the tables that are there when a statement of PostgreSQL's regression suite or of our
 * histories has run, and which of them it has rewritten and scanned, and what {@link Effects} expects of it. Prints the figures
 * and each difference.
 *
 * <p>Left out are statements on rows, LOCK itself, bodies, whose conditions decide, locks that no reader or writer waits for,
 * tables of one session, and partitions and children, which are locked with their parent.
 */
@Order(4)
class LockTruthTest {
    private static final SuiteShare SHARE = SuiteShare.of("locks");
    private static final SuiteShare OWN_SHARE = SuiteShare.ofOwn("locks");
    private static final double AGREEMENT = 0.985;

    /** Another session sees the tables that were there before, with the files that they had. */
    private static final String HELD = """
            SELECT c.oid, n.nspname, t.relname, CASE WHEN NOT c.relispartition THEN l.mode END, c.relfilenode
            FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            JOIN pg_class t ON t.oid = CASE WHEN c.relispartition THEN pg_partition_root(c.oid) ELSE c.oid END
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE l.pid = ? AND l.granted AND l.mode <> 'SIReadLock'
            AND c.relkind IN ('r', 'p', 'f', 'm') AND c.relpersistence <> 't' AND n.nspname <> 'pg_catalog'
            AND (c.relispartition OR NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = c.oid))""";

    /** What is not reported yet of earlier transactions counts as done in this one. */
    private static final String SCANNED = """
            SELECT oid, pg_catalog.pg_stat_get_xact_numscans(oid) FROM pg_catalog.pg_class
            WHERE relkind IN ('r', 'm') AND pg_catalog.pg_stat_get_xact_numscans(oid) > 0""";

    private static final String WORK = """
            SELECT pg_catalog.pg_stat_get_xact_numscans(oid), relfilenode FROM pg_catalog.pg_class WHERE oid = ?""";

    private static final String IS_THERE = """
            SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'f', 'm')
            AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = c.oid)""";

    private static final String HIDES = """
            SELECT 1 FROM pg_catalog.pg_class
            WHERE relnamespace = pg_catalog.pg_my_temp_schema() AND relname = ?""";

    private int right;
    private final Map<String, String> missed = new TreeMap<>();
    private final Map<String, String> wrong = new TreeMap<>();

    @TempDir
    private Path temporary;

    /** What is done to a table. */
    private record Deed(@Nullable LockMode mode, boolean rewrites, boolean scans) {
        static final Deed NONE = new Deed(null, false, false);

        static Deed of(Effect effect) {
            LockMode strong = effect.mode().blocksWrites() ? effect.mode() : null;
            return new Deed(strong, effect.work() == Work.REWRITE, effect.work().reads());
        }

        Deed and(Deed other) {
            boolean stronger = mode == null || (other.mode != null && other.mode.compareTo(mode) > 0);
            return new Deed(stronger ? other.mode : mode, rewrites || other.rewrites, scans || other.scans);
        }

        /** What is rewritten may be read by an index, or from other tables. */
        boolean isLike(Deed other) {
            return mode == other.mode && rewrites == other.rewrites && (rewrites || scans == other.scans);
        }

        boolean isLessThan(Deed other) {
            return mode == other.mode
                    ? !rewrites && (other.rewrites || !scans)
                    : mode == null || (other.mode != null && mode.compareTo(other.mode) < 0);
        }

        @Override
        public String toString() {
            return (mode == null ? "none" : LockModes.catalogName(mode))
                    + (rewrites ? " rewritten" : "")
                    + (scans && !rewrites ? " scanned" : "");
        }
    }

    /** What one file of the suite has done so far. */
    private final class Course {
        private final Path file;
        private final SourceText source;
        private final ServerConnection connection;
        private final ServerConnection observer;
        private final Replay replay = new Replay(Runner.PSQL, List.of("public"));
        private final List<String> open = new ArrayList<>();
        private String searchPath = "";

        Course(Path file, SourceText source, ServerConnection connection, ServerConnection observer) {
            this.file = file;
            this.source = source;
            this.connection = connection;
            this.observer = observer;
        }

        void run(Statement statement) {
            String sql = source.text(statement.range());
            if (connection.inTransaction() || statement instanceof TransactionStatement) {
                runInTransaction(statement, sql);
            } else if (statement instanceof SettingStatement) {
                boolean taken = RegressionSuite.error(connection, sql).isEmpty();
                searchPath = taken && sql.toLowerCase(Locale.ROOT).contains("search_path") ? sql + ";" : searchPath;
            } else {
                runAlone(statement, sql);
            }
        }

        /** The suite's own transactions go into the replay when they are committed. */
        private void runInTransaction(Statement statement, String sql) {
            boolean taken = RegressionSuite.error(connection, sql).isEmpty();
            if (!taken
                    || (statement instanceof TransactionStatement end
                            && end.action() == TransactionStatement.Action.ROLLBACK)) {
                open.clear();
            } else if (connection.inTransaction()) {
                open.add(sql);
            } else {
                open.forEach(this::replay);
                open.clear();
            }
        }

        private void runAlone(Statement statement, String sql) {
            if (statement instanceof DmlStatement) {
                RegressionSuite.error(connection, sql);
                return;
            }
            Optional<Map<QualifiedName, Deed>> held = held(statement, sql);
            if (held.isPresent()) {
                Step step = replay(sql);
                Map<QualifiedName, Deed> expected = new HashMap<>();
                Effects.ofFilesAlone(step, connection.version())
                        .forEach(effect -> keep(expected, effect, step.before()));
                expected.keySet()
                        .removeIf(table -> !held.get().containsKey(table) && (!isThere(table) || isHidden(table)));
                if (isJudged(statement, held.get())) {
                    compare(held.get(), expected, where(statement), sql.replaceAll("\\s+", " "));
                }
                RegressionSuite.error(connection, sql);
            } else if (!RegressionSuite.isOver(connection)
                    && RegressionSuite.error(connection, sql).isEmpty()) {
                replay(sql);
            }
        }

        /** A drop of what is not there locks nothing, but does when the file runs again. */
        private static boolean isJudged(Statement statement, Map<QualifiedName, Deed> held) {
            boolean dropsNothing = statement instanceof DropStatement drop && drop.ifExists() && held.isEmpty();
            return !dropsNothing && statement.kind() != StatementKind.DO && !(statement instanceof BulkStatement.Lock);
        }

        /** Returns nothing where the statement fails in a transaction, or locks the catalog itself. */
        private Optional<Map<QualifiedName, Deed>> held(Statement statement, String sql) {
            int pid = connection.backendPid();
            connection.execute("BEGIN");
            try {
                Map<Long, Long> scans = new HashMap<>();
                connection.query(SCANNED, row -> scans.put(row.getLong(1), row.getLong(2)));
                connection.execute(sql);
                Map<QualifiedName, Deed> held = new HashMap<>();
                observer.query(HELD, row -> held.merge(name(row), deed(statement, row, scans), Deed::and), pid);
                return Optional.of(held);
            } catch (ServerException e) {
                return Optional.empty();
            } finally {
                RegressionSuite.error(connection, "ROLLBACK");
            }
        }

        /** The new files of TRUNCATE are empty, and the indexes that it builds. */
        private Deed deed(Statement statement, ResultSet row, Map<Long, Long> scans) throws SQLException {
            String mode = row.getString(4);
            LockMode lock = mode == null ? null : LockModes.of(mode);
            LockMode strong = lock != null && lock.blocksWrites() ? lock : null;
            long oid = row.getLong(1);
            long before = scans.getOrDefault(oid, 0L);
            long file = row.getLong(5);
            if (statement instanceof BulkStatement.Truncate) {
                return new Deed(strong, false, false);
            }
            return connection
                    .queryOne(WORK, now -> new Deed(strong, now.getLong(2) != file, now.getLong(1) > before), oid)
                    .orElse(new Deed(strong, false, false));
        }

        private boolean isThere(QualifiedName table) {
            return observer.queryOne(IS_THERE, row -> true, table.schemaOrNull(), table.name())
                    .isPresent();
        }

        /** A table of the session hides one of that name; each statement is another session to the replay. */
        private boolean isHidden(QualifiedName table) {
            return connection.queryOne(HIDES, row -> true, table.name()).isPresent();
        }

        private String where(Statement statement) {
            return file.getFileName() + ":"
                    + source.position(statement.range().start()).line();
        }

        private Step replay(String sql) {
            List<Step> steps = replay.run(SqlFile.of(file, "suite.sql", searchPath + sql + ";"))
                    .steps();
            return steps.get(searchPath.isEmpty() ? 0 : 1);
        }
    }

    @Test
    void serverHoldsTheLocksThatAreExpectedOfAStatementOfTheRegressionSuite() throws IOException {
        try (RegressionSuite suite = RegressionSuite.start(SHARE)) {
            judge(suite);
        }
        assertMostAreRight(SHARE.isWhole());
        KnownMisses.of("locks-suite").within(SHARE).assertAreAtMost(misses());
    }

    @Test
    void serverHoldsTheLocksThatAreExpectedOfAStatementOfOurHistories() throws IOException {
        try (RegressionSuite own = RegressionSuite.ofOwnHistories(temporary, OWN_SHARE)) {
            judge(own);
        }
        assertMostAreRight(OWN_SHARE.isWhole());
        KnownMisses.of("locks").within(OWN_SHARE).assertAre(misses());
    }

    private List<String> misses() {
        List<String> misses = new ArrayList<>(missed.keySet());
        misses.addAll(wrong.keySet());
        return misses;
    }

    private void assertMostAreRight(boolean whole) {
        if (whole) {
            assertThat(right).isGreaterThan(1500);
            assertThat((double) right / (right + missed.size() + wrong.size())).isGreaterThanOrEqualTo(AGREEMENT);
        }
    }

    private void judge(RegressionSuite suite) throws IOException {
        for (Path file : suite.files()) {
            SourceText source = SourceText.of(Files.readString(file, UTF_8));
            try (ServerConnection connection = suite.prepare(file);
                    ServerConnection observer = suite.observer()) {
                Course course = new Course(file, source, connection, observer);
                suite.setup(file).forEach(course::replay);
                for (Statement statement : RegressionSuite.changes(source)) {
                    course.run(statement);
                    if (RegressionSuite.isOver(connection)) {
                        break;
                    }
                }
            }
        }
        System.out.printf(
                "locks, rewrites and scans: %d as expected, %d missed, %d wrong: %.2f %%%n",
                right, missed.size(), wrong.size(), 100.0 * right / (right + missed.size() + wrong.size()));
        missed.forEach((place, sql) -> System.out.println("  missed " + place + ": " + sql));
        wrong.forEach((place, sql) -> System.out.println("  wrong  " + place + ": " + sql));
    }

    private void compare(Map<QualifiedName, Deed> held, Map<QualifiedName, Deed> expected, String place, String sql) {
        Set<QualifiedName> tables = new HashSet<>(held.keySet());
        tables.addAll(expected.keySet());
        for (QualifiedName table : tables) {
            Deed server = held.getOrDefault(table, Deed.NONE);
            Deed ours = expected.getOrDefault(table, Deed.NONE);
            if (server.mode() == null && ours.mode() == null) {
                continue;
            }
            String line = place + " " + table + " held " + server + " expected " + ours;
            if (server.isLike(ours)) {
                right++;
            } else if (server.isLessThan(ours)) {
                wrong.put(line, sql);
            } else {
                missed.put(line, sql);
            }
        }
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return QualifiedName.of(row.getString(2), row.getString(3));
    }

    /** A partition is locked with its table, and what is done to it is done to that. */
    private static void keep(Map<QualifiedName, Deed> expected, Effect effect, Schema schema) {
        QualifiedName table = inPublic(effect);
        QualifiedName root = root(table, schema);
        Deed deed = Deed.of(effect);
        expected.merge(root, root.equals(table) ? deed : new Deed(null, deed.rewrites(), deed.scans()), Deed::and);
    }

    private static QualifiedName root(QualifiedName table, Schema schema) {
        QualifiedName whole = schema.table(table).map(Table::partitionOf).orElse(null);
        return whole == null ? table : root(whole, schema);
    }

    private static QualifiedName inPublic(Effect effect) {
        QualifiedName relation = effect.relation();
        return relation.schema().isPresent() ? relation : QualifiedName.of("public", relation.name());
    }
}
