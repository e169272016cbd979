package dev.pgmigrate.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.truth.CorpusFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public projects: each migration is run, and undone by its draft, and a real server has the catalog that it had before.
 *
 * <p>The build looks at a few small projects; {@code -Dcorpus.folders=.*} at all.
 */
class RollbackDraftTruthTest {
    private static final String SAMPLE = "0rderfl0w.*|Razikus.*";
    private static final int POSTGRES = Integer.getInteger("truth.postgres", 18);

    @TempDir
    private Path temporary;

    private final List<String> misses = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private int undoable;
    private int decided;

    @Test
    void draftsRestoreTheCatalogs() throws IOException {
        for (CorpusFolder folder : CorpusFolder.all(System.getProperty("corpus.folders", SAMPLE), temporary)) {
            judge(folder);
        }
        int restored = undoable - misses.size();
        System.out.printf(
                "%d of %d migrations restored by their drafts, %.1f %%; %d have something that a person decides%n",
                restored, undoable, 100.0 * restored / undoable, decided);
        stopped.forEach(place -> System.out.println("  The server goes no further than " + place));
        misses.forEach(miss -> System.out.println("  " + miss));
        assertThat(restored).isGreaterThanOrEqualTo((undoable * 95 + 99) / 100);
    }

    private void judge(CorpusFolder folder) {
        ConnectionTarget database = TestPostgres.of(POSTGRES).newDatabase();
        if (!folder.searchPath().isEmpty()) {
            database = database.with("currentSchema", String.join(",", folder.searchPath()));
        }
        List<String> path = folder.searchPath().isEmpty() ? List.of("public") : folder.searchPath();
        try (ServerConnection connection = ServerConnection.open(database)) {
            folder.preludes().forEach(file -> run(connection, file));
        }
        RollbackDrafts drafts = new RollbackDrafts(path);
        folder.preludes().forEach(drafts::pass);
        // A prelude may set the search path of the database.
        try (ServerConnection connection = ServerConnection.open(database)) {
            for (Migration migration : folder.migrations().all()) {
                String name = folder.name() + "/" + migration.file().getFileName();
                try {
                    judge(name, migration, drafts.next(migration.sql()), connection);
                } catch (StatementFailedException e) {
                    stopped.add(name + ": " + e.error().message());
                    return;
                }
            }
        }
    }

    private void judge(String name, Migration migration, RollbackDraft draft, ServerConnection connection) {
        boolean inTransaction = migration.transactionMode() == TransactionMode.TRANSACTION
                && migration.sql().script().statements().stream().noneMatch(TransactionStatement.class::isInstance);
        if (draft.decisions() > draft.unseen()) {
            decided++;
        } else if (draft.unseen() > 0) {
            undoable++;
            misses.add(name + ": " + marks(draft));
        } else {
            SchemaSnapshot before = SchemaSnapshot.read(connection);
            connection.execute(inTransaction ? "BEGIN" : "SELECT 1");
            run(connection, migration.sql());
            undoable++;
            undo(name, draft, before, connection);
            connection.execute(inTransaction ? "ROLLBACK" : "SELECT 1");
        }
        connection.execute(inTransaction ? "BEGIN" : "SELECT 1");
        run(connection, migration.sql());
        connection.execute(inTransaction ? "COMMIT" : "SELECT 1");
        connection.execute("RESET ALL");
    }

    private void undo(String name, RollbackDraft draft, SchemaSnapshot before, ServerConnection connection) {
        SqlFile file = SqlFile.of(Path.of("draft.sql"), "draft.sql", draft.sql());
        assertThat(file.script().errors()).as(draft.sql()).isEmpty();
        try {
            run(connection, file);
            List<SchemaDifference> differences =
                    before.differences(SchemaSnapshot.read(connection), NameMatching.BY_NAME);
            if (!differences.isEmpty()) {
                misses.add(name + ": " + differences + "\n" + draft.sql().indent(8));
            }
        } catch (StatementFailedException e) {
            misses.add(name + ": " + e.error().message() + "\n" + draft.sql().indent(8));
        }
    }

    private static List<String> marks(RollbackDraft draft) {
        return draft.sql()
                .lines()
                .filter(line -> line.startsWith(RollbackDraft.MARK))
                .toList();
    }

    private static void run(ServerConnection connection, SqlFile file) {
        new ScriptRunner(connection).run(file);
    }
}
