package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.effect.Effects;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.LockModes;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
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
 * histories has run, and which ones {@link Effects} expects of it. Prints the figures and each difference.
 *
 * <p>Left out are statements on rows, LOCK itself, bodies, whose conditions decide, locks that no reader or writer waits for,
 * tables of one session, and partitions and children, which are locked with their parent.
 */
@Order(4)
class LockTruthTest {
    private static final SuiteShare SHARE = SuiteShare.of("locks");
    private static final SuiteShare OWN_SHARE = SuiteShare.ofOwn("locks");
    private static final double RECALL = 0.97;
    private static final double PRECISION = 0.99;

    /** Another session sees the tables that were there before. */
    private static final String HELD = """
            SELECT n.nspname, c.relname, l.mode FROM pg_locks l
            JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = ? AND l.granted AND l.mode <> 'SIReadLock'
            AND c.relkind IN ('r', 'p', 'f', 'm') AND c.relpersistence <> 't'
            AND n.nspname <> 'pg_catalog' AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = c.oid)""";

    private static final String IS_THERE = """
            SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'f', 'm')
            AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = c.oid)""";

    private int right;
    private final Map<String, String> missed = new TreeMap<>();
    private final Map<String, String> wrong = new TreeMap<>();

    @TempDir
    private Path temporary;

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
            Optional<Map<QualifiedName, LockMode>> held = held(sql);
            if (held.isPresent()) {
                Step step = replay(sql);
                Map<QualifiedName, LockMode> expected = new HashMap<>();
                Effects.of(step.statement(), step.before(), connection.version())
                        .forEach(effect -> keep(expected, inPublic(effect), effect.mode()));
                expected.keySet().removeIf(table -> !held.get().containsKey(table) && !isThere(table));
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
        private static boolean isJudged(Statement statement, Map<QualifiedName, LockMode> held) {
            boolean dropsNothing = statement instanceof DropStatement drop && drop.ifExists() && held.isEmpty();
            return !dropsNothing && statement.kind() != StatementKind.DO && !(statement instanceof BulkStatement.Lock);
        }

        /** Returns nothing where the statement fails in a transaction, or locks the catalog itself. */
        private Optional<Map<QualifiedName, LockMode>> held(String sql) {
            int pid = connection.backendPid();
            connection.execute("BEGIN");
            try {
                connection.execute(sql);
                Map<QualifiedName, LockMode> held = new HashMap<>();
                observer.query(HELD, row -> keep(held, name(row), LockModes.of(row.getString(3))), pid);
                return Optional.of(held);
            } catch (ServerException e) {
                return Optional.empty();
            } finally {
                RegressionSuite.error(connection, "ROLLBACK");
            }
        }

        private boolean isThere(QualifiedName table) {
            return observer.queryOne(IS_THERE, row -> true, table.schemaOrNull(), table.name())
                    .isPresent();
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
        KnownMisses.of("locks-suite").within(SHARE).assertAre(misses());
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
            assertThat((double) right / (right + missed.size())).isGreaterThanOrEqualTo(RECALL);
            assertThat((double) right / (right + wrong.size())).isGreaterThanOrEqualTo(PRECISION);
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
        System.out.printf("locks: %d as expected, %d missed, %d wrong%n", right, missed.size(), wrong.size());
        missed.forEach((place, sql) -> System.out.println("  missed " + place + ": " + sql));
        wrong.forEach((place, sql) -> System.out.println("  wrong  " + place + ": " + sql));
    }

    private void compare(
            Map<QualifiedName, LockMode> held, Map<QualifiedName, LockMode> expected, String place, String sql) {
        Set<QualifiedName> tables = new HashSet<>(held.keySet());
        tables.addAll(expected.keySet());
        for (QualifiedName table : tables) {
            LockMode server = held.get(table);
            LockMode ours = expected.get(table);
            String line = place + " " + table + " held " + word(server) + " expected " + word(ours);
            if (server == ours) {
                right++;
            } else if (server == null || (ours != null && ours.compareTo(server) > 0)) {
                wrong.put(line, sql);
            } else {
                missed.put(line, sql);
            }
        }
    }

    private static String word(@Nullable LockMode mode) {
        return mode == null ? "none" : LockModes.catalogName(mode);
    }

    /** Keeps the strongest lock that others wait for. */
    private static boolean keep(Map<QualifiedName, LockMode> locks, QualifiedName table, @Nullable LockMode mode) {
        if (mode != null && mode.blocksWrites()) {
            locks.merge(table, mode, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return locks.containsKey(table);
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return QualifiedName.of(row.getString(1), row.getString(2));
    }

    private static QualifiedName inPublic(Effect effect) {
        QualifiedName relation = effect.relation();
        return relation.schema().isPresent() ? relation : QualifiedName.of("public", relation.name());
    }
}
