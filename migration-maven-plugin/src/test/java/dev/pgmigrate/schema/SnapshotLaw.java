package dev.pgmigrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RegressionSuite;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.truth.PreparedQueries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Runs statements one by one, and looks at the catalogs and at the snapshot after each that succeeds. */
final class SnapshotLaw {
    /** Reading within the transaction of the suite, as superuser whoever it is at the moment, and leaving no trace. */
    private static final String LOOK = "SAVEPOINT law; SET LOCAL SESSION AUTHORIZATION DEFAULT;"
            + " SET LOCAL stats_fetch_consistency = none;\n" + CatalogReader.SETTINGS;

    private static final String LEAVE = "ROLLBACK TO SAVEPOINT law; RELEASE SAVEPOINT law";

    private final ServerConnection connection;
    private final PreparedQueries queries;
    private final CatalogObserver catalogs;
    private final Map<CatalogQuery, String> texts = new EnumMap<>(CatalogQuery.class);
    private SchemaSnapshot snapshot;

    SnapshotLaw(ServerConnection connection, LawExceptions exceptions) {
        this.connection = connection;
        this.queries = new PreparedQueries(connection);
        // The first look takes longest, and the suite gives up what takes a second.
        connection.execute("BEGIN; " + LOOK);
        this.catalogs = new CatalogObserver(
                connection, queries, new CatalogLayout(connection, exceptions.catalogs()), exceptions.columns());
        this.snapshot = SchemaSnapshot.read(connection);
        connection.execute("ROLLBACK");
    }

    /**
     * What a statement changed.
     *
     * @param rows by catalog, rows that say something else
     * @param differences what the snapshot says
     * @param snapshotChanged whether the snapshot is another
     */
    record Verdict(
            String file, int line, String sql, Map<String, String> rows, String differences, boolean snapshotChanged) {
        boolean isBroken() {
            return snapshotChanged == rows.isEmpty();
        }

        String place() {
            return file + ":" + line;
        }

        String text() {
            return (snapshotChanged ? "snapshot only: " + differences : "rows only: " + rows) + "\n    "
                    + sql.replace("\n", " ");
        }
    }

    List<Verdict> judge(String file, SourceText source) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Statement statement : SqlParser.parse(source).statements()) {
            // The driver does not send what COPY reads, and stumbles over what it writes.
            if (statement.kind() == StatementKind.COPY) {
                continue;
            }
            String sql = source.text(statement.range());
            String error = RegressionSuite.error(connection, sql);
            queries.afterwards(sql);
            if (RegressionSuite.isOver(connection)) {
                break;
            }
            if (error.isEmpty() && mayLook(statement)) {
                verdicts.add(
                        look(file, source.position(statement.range().start()).line(), sql, statement));
            }
        }
        if (!RegressionSuite.isOver(connection) && !connection.inTransaction()) {
            lookOnceMore(file);
        }
        return verdicts;
    }

    /** A transaction that nothing has happened in may still be told what it is, which ends with the first query. */
    private boolean mayLook(Statement statement) {
        if (!connection.inTransaction()) {
            return true;
        }
        return statement instanceof TransactionStatement transaction
                ? transaction.action() == TransactionStatement.Action.ROLLBACK_TO
                : !(statement instanceof SettingStatement) && statement.kind() != StatementKind.SELECT;
    }

    /** What no counter tells is seen here at the latest; a statement that failed may have left something as well. */
    private void lookOnceMore(String file) {
        connection.execute("BEGIN; " + LOOK);
        try {
            if (catalogs.changes(true, true).isEmpty()) {
                assertThat(SchemaSnapshot.read(connection).differences(snapshot, NameMatching.BY_NAME))
                        .as(file)
                        .isEmpty();
            }
        } finally {
            connection.execute("ROLLBACK");
        }
    }

    /** What {@link SchemaSnapshot#read} returns, by the same queries; at the end of a file the two are compared. */
    private SchemaSnapshot read() {
        SnapshotBuilder builder = new SnapshotBuilder();
        List<String> all = new ArrayList<>();
        for (CatalogQuery query : CatalogQuery.values()) {
            all.add(queries.execute(texts.computeIfAbsent(query, key -> key.sql(connection.version()))));
        }
        Iterator<CatalogQuery> read = List.of(CatalogQuery.values()).iterator();
        connection.queryAll(String.join(";", all), rows -> builder.add(read.next(), rows));
        return SchemaSnapshot.of(connection.version(), builder);
    }

    private Verdict look(String file, int line, String sql, Statement statement) {
        boolean within = connection.inTransaction();
        connection.execute(within ? LOOK : "BEGIN; " + LOOK);
        try {
            SchemaSnapshot before = snapshot;
            Map<String, String> rows = catalogs.changes(statement instanceof TransactionStatement, !within);
            if (catalogs.wrote()) {
                snapshot = read();
            }
            boolean changed = !snapshot.equals(before);
            String differences = changed == rows.isEmpty()
                    ? before.differences(snapshot, NameMatching.BY_NAME).toString()
                    : "";
            return new Verdict(file, line, sql, rows, differences, changed);
        } finally {
            connection.execute(within ? LEAVE : "ROLLBACK");
        }
    }
}
