package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.ddl.Emptying;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotObject;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Brings a local database to what the files make: drops what is there, runs the migrations, then the seeds. */
public final class Reset {
    private static final String GOAL = "reset";

    /** The locks of a transaction are limited (PostgreSQL manual, max_locks_per_transaction): thousands go in several. */
    private static final int MOST_AT_ONCE = 1_000;

    /** What goes with its table, and what a reset leaves. */
    private static final Set<ObjectKind> PARTS = Set.of(
            ObjectKind.COLUMN,
            ObjectKind.CONSTRAINT,
            ObjectKind.DOMAIN_CONSTRAINT,
            ObjectKind.INDEX,
            ObjectKind.OPERATOR_FAMILY_MEMBER,
            ObjectKind.EXTENSION,
            ObjectKind.LANGUAGE,
            ObjectKind.DEFAULT_PRIVILEGES,
            ObjectKind.SETTING,
            ObjectKind.SCHEMA,
            ObjectKind.DATABASE);

    private final Request request;
    private final Migrations migrations;

    private Reset(Request request) {
        this.request = request;
        this.migrations = Migrations.read(request.folders());
    }

    /**
     * What to reset.
     *
     * @param exclusions what stays: the parts of a platform and of extensions
     * @param rowsMayGo whether the database may be emptied although it holds rows
     * @param seeds what runs after the migrations
     * @param announcing is told what will be dropped, before it is
     */
    public record Request(
            MigrationFolders folders,
            Database database,
            MigratorSettings settings,
            LintSettings lint,
            Exclusions exclusions,
            boolean rowsMayGo,
            List<SqlFile> seeds,
            Consumer<String> announcing,
            MigratorListener listener) {
        public Request {
            seeds = List.copyOf(seeds);
        }
    }

    /** Returns the project's seeds for a local database: those of {@code supabase/} and of {@code src/migrate/seed}. */
    public static List<SqlFile> seeds(MigrationFolders folders) {
        return Seeds.local(folders);
    }

    public static Result run(Request request) {
        return new Reset(request).run();
    }

    private Result run() {
        List<Failure> rejected = PlanLines.unreadable(migrations);
        if (!rejected.isEmpty()) {
            return result(rejected, List.of("Nothing was dropped."));
        }
        try (ServerConnection connection = request.database().open()) {
            SchemaSnapshot snapshot = SchemaSnapshot.read(connection);
            List<SnapshotObject> objects = request.exclusions().managed(snapshot);
            List<String> filled = filled(connection, objects);
            request.announcing().accept(announcement(objects, filled));
            if (!filled.isEmpty() && !request.rowsMayGo()) {
                return result(
                        List.of(Failure.of(
                                "The database holds rows, in " + first(filled) + ". Nothing was dropped.",
                                "Drop them with -Dmigrate.write, or list the database in the pom with <local>.")),
                        List.of());
            }
            drop(connection, Emptying.of(objects, extensionSchemas(snapshot)));
            restartHistory(connection);
        }
        Result applied = Apply.run(new Apply.Request(
                request.folders(),
                request.lint().neverFailing(),
                request.database(),
                request.settings(),
                null,
                request.listener()));
        if (applied.failed()) {
            return applied.as(GOAL);
        }
        return seeded(applied.as(GOAL));
    }

    private Result seeded(Result applied) {
        if (request.seeds().isEmpty()) {
            return applied;
        }
        Proof proof = new Prover(request.database().target()).replay(request.seeds(), List.of());
        if (proof.failure().isPresent()) {
            return applied.with(
                    applied.files(), List.of(Test.failure(proof.failure().get())));
        }
        return applied.withNote(
                "Seeded from " + request.seeds().stream().map(SqlFile::path).collect(Collectors.joining(", ")) + ".");
    }

    private static List<String> filled(ServerConnection connection, List<SnapshotObject> objects) {
        List<String> filled = new ArrayList<>();
        for (SnapshotObject object : objects) {
            boolean table = object.key().kind() == ObjectKind.TABLE
                    && object.property("partition key").isEmpty();
            if (table && hasRows(connection, object)) {
                filled.add(object.key().qualifiedName());
            }
        }
        filled.sort(String::compareTo);
        return filled;
    }

    /** What cannot be looked into is taken to hold rows. */
    private static boolean hasRows(ServerConnection connection, SnapshotObject table) {
        String name = Identifier.quoteIdent(table.key().schema()) + "."
                + Identifier.quoteIdent(table.key().name());
        try {
            return connection.ask("SELECT EXISTS (SELECT FROM ONLY " + name + ")");
        } catch (ServerException e) {
            if (!e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                throw e;
            }
            return true;
        }
    }

    private String announcement(List<SnapshotObject> objects, List<String> filled) {
        Map<ObjectKind, Integer> counts = new TreeMap<>();
        objects.stream()
                .map(object -> object.key().kind())
                .filter(kind -> !PARTS.contains(kind))
                .forEach(kind -> counts.merge(kind, 1, Integer::sum));
        String what = counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " × " + count.getKey().label())
                        .collect(Collectors.joining(", "));
        return "A reset of " + request.database().target().url() + " drops " + what
                + (filled.isEmpty() ? "; no table holds rows." : "; there are rows in " + first(filled) + ".");
    }

    private static String first(List<String> tables) {
        int shown = Math.min(tables.size(), 5);
        return String.join(", ", tables.subList(0, shown))
                + (tables.size() > shown ? " and " + (tables.size() - shown) + " more tables" : "");
    }

    private static Set<String> extensionSchemas(SchemaSnapshot snapshot) {
        return snapshot.objects().stream()
                .filter(object -> object.key().kind() == ObjectKind.EXTENSION)
                .flatMap(object -> object.property("schema").stream())
                .collect(Collectors.toSet());
    }

    private void drop(ServerConnection connection, List<String> statements) {
        for (int from = 0; from < statements.size(); from += MOST_AT_ONCE) {
            List<String> some = statements.subList(from, Math.min(statements.size(), from + MOST_AT_ONCE));
            try {
                connection.execute("BEGIN; SET LOCAL lock_timeout = "
                        + request.settings().lockWait().toMillis() + "; " + String.join("; ", some) + "; COMMIT");
            } catch (ServerException e) {
                if (!e.connectionLost()) {
                    connection.rollback();
                }
                throw e;
            }
        }
    }

    /** An empty history says that what is there now, of the platform, is meant to be. */
    private void restartHistory(ServerConnection connection) {
        HistoryTable table = request.settings().table();
        connection.execute("BEGIN; DROP TABLE IF EXISTS " + table.sql() + ", " + table.eventsSql() + ", "
                + table.statementsSql() + " CASCADE; COMMIT");
        if (SupabaseMirror.find(connection).isPresent()) {
            connection.execute("DELETE FROM " + SupabaseMirror.NAME);
        }
        new SchemaHistory(connection, table).create();
    }

    private Result result(List<Failure> failures, List<String> notes) {
        return PlanLines.result(GOAL, migrations, Judgement.files(migrations), failures, notes, !failures.isEmpty());
    }
}
