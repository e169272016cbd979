package dev.pgmigrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RegressionSuite;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.ast.TransactionStatement.Action;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.truth.PreparedQueries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Runs statements one by one, and looks at the catalogs and at the snapshot after each that succeeds. */
final class SnapshotLaw {
    /** Reading within the transaction of the suite, as superuser whoever it is at the moment, and leaving no trace. */
    private static final String LOOK =
            "SAVEPOINT law; SET LOCAL SESSION AUTHORIZATION DEFAULT;\n" + CatalogReader.SETTINGS;

    /** Counters as they are, and not as they were when the transaction began. */
    private static final String COUNTERS = "SET LOCAL stats_fetch_consistency = none;\n";

    private static final String LEAVE = "ROLLBACK TO SAVEPOINT law; RELEASE SAVEPOINT law";

    private final ServerConnection connection;
    private final PreparedQueries queries;
    private final String look;
    private final CatalogObserver catalogs;
    private final Map<CatalogQuery, String> texts = new EnumMap<>(CatalogQuery.class);
    private SchemaSnapshot snapshot;

    SnapshotLaw(ServerConnection connection, LawExceptions exceptions, CatalogObserver.Template template) {
        this.connection = connection;
        this.queries = new PreparedQueries(connection);
        this.look = LOOK + (CatalogObserver.hasCounters(connection) ? COUNTERS : "");
        // The first look takes longest, and the suite gives up what takes a second.
        connection.execute("BEGIN; " + look);
        this.catalogs = new CatalogObserver(
                connection,
                queries,
                new CatalogLayout(connection, exceptions.catalogs()),
                exceptions.columns(),
                template);
        this.snapshot = SchemaSnapshot.read(connection);
        connection.execute("ROLLBACK");
    }

    /**
     * What a statement changed.
     *
     * @param rows by catalog, rows that say something else
     * @param ways the kind of statement with each change of a catalog, {@code GRANT pg_class.relacl}
     * @param differences what the snapshot says
     * @param snapshotChanged whether the snapshot is another
     */
    record Verdict(
            String file,
            int line,
            String sql,
            Map<String, String> rows,
            Set<String> ways,
            String differences,
            boolean snapshotChanged) {
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

    /**
     * Runs the statements of {@code source}.
     *
     * @param lines where the statements begin that are judged; after the last of them nothing more is run
     */
    List<Verdict> judge(String file, SourceText source, IntPredicate lines) {
        List<Statement> statements = SqlParser.parse(source).statements();
        BitSet judged = judged(statements, source, lines);
        List<Verdict> verdicts = new ArrayList<>();
        boolean stale = false;
        boolean failed = false;
        for (int i = 0; i < judged.length(); i++) {
            Statement statement = statements.get(i);
            // The driver does not send what COPY reads, and stumbles over what it writes.
            if (statement.kind() == StatementKind.COPY) {
                continue;
            }
            if (judged.get(i) && stale && !(failed && connection.inTransaction())) {
                catchUp();
                stale = false;
            }
            String sql = source.text(statement.range());
            failed = !RegressionSuite.error(connection, sql).isEmpty();
            queries.afterwards(sql);
            if (RegressionSuite.isOver(connection)) {
                return verdicts;
            }
            // A COMMIT that fails takes back what was seen.
            stale |= !judged.get(i) || (failed && statement instanceof TransactionStatement);
            if (judged.get(i) && !failed && mayLook(statement)) {
                verdicts.add(look(file, line(source, statement), sql, statement));
            }
        }
        if (!connection.inTransaction()) {
            lookOnceMore(file);
        }
        return verdicts;
    }

    /** What a transaction takes back is known if all of it is looked at. */
    private static BitSet judged(List<Statement> statements, SourceText source, IntPredicate lines) {
        BitSet judged = new BitSet();
        int begun = 0;
        for (int i = 0; i < statements.size(); i++) {
            boolean transaction = statements.get(i) instanceof TransactionStatement;
            if (statements.get(i) instanceof TransactionStatement control
                    && (control.action() == Action.BEGIN || control.action() == Action.START)) {
                begun = i;
            }
            if (lines.test(line(source, statements.get(i)))) {
                judged.set(transaction ? begun : i, i + 1);
            }
        }
        return judged;
    }

    private static int line(SourceText source, Statement statement) {
        return source.position(statement.range().start()).line();
    }

    /** Takes what is there as what was there before the next statement. */
    private void catchUp() {
        boolean within = connection.inTransaction();
        connection.execute(within ? look : "BEGIN; " + look);
        try {
            catalogs.changes(true, !within);
            snapshot = read();
        } finally {
            connection.execute(within ? LEAVE : "ROLLBACK");
        }
    }

    /** A transaction that nothing has happened in may still be told what it is, which ends with the first query. */
    private boolean mayLook(Statement statement) {
        if (!connection.inTransaction()) {
            return true;
        }
        return statement instanceof TransactionStatement transaction
                ? transaction.action() == Action.ROLLBACK_TO
                : !(statement instanceof SettingStatement) && statement.kind() != StatementKind.SELECT;
    }

    /** What no counter tells is seen here at the latest; a statement that failed may have left something as well. */
    private void lookOnceMore(String file) {
        connection.execute("BEGIN; " + look);
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
        connection.execute(within ? look : "BEGIN; " + look);
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
            Set<String> ways = catalogs.aspects().stream()
                    .map(aspect -> statement.kind() + " " + aspect)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Verdict(file, line, sql, rows, ways, differences, changed);
        } finally {
            connection.execute(within ? LEAVE : "ROLLBACK");
        }
    }
}
