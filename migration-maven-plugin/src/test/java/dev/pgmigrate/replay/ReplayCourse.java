package dev.pgmigrate.replay;

import dev.pgmigrate.lint.rules.RegressionSuite;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.CursorStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a history on a server and in the replay, and holds the schema after each statement against the catalog. */
final class ReplayCourse {
    private final ServerConnection connection;
    private final CatalogReader outside;
    private final CatalogReader inside;
    private final Replay replay;
    private Set<String> before = new HashSet<>();
    private int judged;

    /** @param inside reads in the session of the history itself */
    ReplayCourse(ServerConnection connection, CatalogReader inside, Replay replay) {
        this(connection, inside, inside, replay);
    }

    /** @param outside reads in another session, which no setting of the history reaches; what is not committed it does not see */
    ReplayCourse(ServerConnection connection, CatalogReader inside, CatalogReader outside, Replay replay) {
        this.connection = connection;
        this.inside = inside;
        this.outside = outside;
        this.replay = replay;
    }

    private Catalog read() {
        return connection.inTransaction() ? inside.read() : outside.read();
    }

    /** What a server took, and the catalog behind it. */
    private record Taken(String sql, int line, @Nullable Catalog catalog) {}

    /** Returns how many statements have been held against the catalog. */
    int judged() {
        return judged;
    }

    /** Has the replay learn what is on the server already. */
    void learn(List<String> statements) {
        replay.run(SqlFile.of(Path.of("learn.sql"), "learn.sql", String.join(";\n", statements) + ";"));
    }

    /**
     * Runs the statements of a file.
     *
     * @param statements those of the file that count
     * @param wrapped whether all run in one transaction, past what fails
     * @return what the schema and the catalog first differ in after each statement, by line
     */
    Map<Integer, List<Difference>> run(SourceText source, List<Statement> statements, boolean wrapped) {
        Catalog catalog = read();
        List<Taken> taken = new ArrayList<>();
        execute(wrapped ? "BEGIN" : "SELECT 1");
        boolean failed = false;
        for (Statement statement : statements) {
            boolean within = connection.inTransaction();
            if (wrapped && within) {
                execute("SAVEPOINT before_statement");
            }
            String sql = source.text(statement.range());
            int line = source.position(statement.range().start()).line();
            boolean good = isGood(sql);
            inside.afterwards(sql);
            if (isOver()) {
                break;
            }
            if (wrapped && within && !good) {
                execute("ROLLBACK TO before_statement");
            } else if (!good) {
                failed |= within;
            }
            boolean takenBack = within && !connection.inTransaction() && failed;
            failed &= connection.inTransaction();
            if (good || takenBack) {
                boolean ends = statement instanceof TransactionStatement;
                catalog = failed || leavesTheCatalog(statement) ? catalog : read();
                taken.add(new Taken(takenBack && ends ? "ROLLBACK" : sql, line, failed ? null : catalog));
            }
        }
        if (!isOver() && connection.inTransaction()) {
            execute("COMMIT");
        }
        return compare(taken);
    }

    /** Forgets what a file has set, as if the next one had a session of its own. */
    void endSession() {
        inside.endSession();
    }

    /** What triggers and rules do with the catalog is seen after the next statement. */
    private static boolean leavesTheCatalog(Statement statement) {
        return (statement instanceof DmlStatement && !(statement instanceof SelectStatement))
                || statement instanceof SettingStatement
                || statement instanceof CursorStatement
                || statement instanceof ObjectStatement.Comment;
    }

    private boolean isGood(String sql) {
        try {
            connection.execute(sql);
            return true;
        } catch (ServerException e) {
            return false;
        }
    }

    private void execute(String sql) {
        connection.execute(sql);
    }

    private boolean isOver() {
        return RegressionSuite.isOver(connection);
    }

    private Map<Integer, List<Difference>> compare(List<Taken> taken) {
        StringBuilder text = new StringBuilder();
        taken.forEach(one -> text.append(one.sql).append(";\n"));
        List<Step> steps = replay.run(SqlFile.of(Path.of("history.sql"), "history.sql", text.toString()))
                .steps();
        List<Schema> after = new ArrayList<>();
        // The last of the steps of one statement is what its body does at the end.
        for (int i = 0; i < steps.size(); i++) {
            if (i + 1 == steps.size() || steps.get(i + 1).index() > steps.get(i).index()) {
                after.add(steps.get(i).after());
            }
        }
        Map<Integer, List<Difference>> found = new TreeMap<>();
        if (after.size() != taken.size()) {
            throw new IllegalStateException(after.size() + " statements for " + taken.size());
        }
        for (int i = 0; i < taken.size(); i++) {
            Catalog catalog = taken.get(i).catalog;
            if (catalog == null) {
                continue;
            }
            judged++;
            Set<String> now = new HashSet<>();
            for (Difference difference : CatalogComparison.of(after.get(i), catalog)) {
                now.add(difference.key());
                if (!before.contains(difference.key())) {
                    found.computeIfAbsent(taken.get(i).line, line -> new ArrayList<>())
                            .add(difference);
                }
            }
            before = now;
        }
        return found;
    }
}
