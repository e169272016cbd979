package dev.pgmigrate.goal;

import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.health.Examination;
import dev.pgmigrate.health.HealthFinding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Examines a schema for what one that works can still lack: indexes, keys, room in its sequences. Changes nothing. */
public final class Health {
    private static final String GOAL = "health";
    private static final Set<ObjectKind> EXAMINED =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE, ObjectKind.DOMAIN);

    private final Request request;

    private Health(Request request) {
        this.request = request;
    }

    /**
     * What to examine, and how.
     *
     * @param targetOrNull the database, or null for the schema that the migrations make on a disposable server
     * @param exclusions what migrations do not manage
     * @param preludesOrNull what runs before the first migration, or null for what the files need
     * @param searchPath the schemas that unqualified names resolve to; empty for the server's default
     * @param server starts a disposable server of a given version
     * @param library finds the jar of pg-index-health's queries
     */
    public record Request(
            MigrationFolders folders,
            LintSettings settings,
            @Nullable ConnectionTarget targetOrNull,
            Exclusions exclusions,
            @Nullable List<SqlFile> preludesOrNull,
            List<String> searchPath,
            Function<PostgresVersion, DisposablePostgres> server,
            Supplier<Path> library) {
        public Request {
            preludesOrNull = preludesOrNull == null ? null : List.copyOf(preludesOrNull);
            searchPath = List.copyOf(searchPath);
        }
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        Result result = PlanLines.result(GOAL, migrations, List.of(), List.of(), List.of(), false);
        return judged(result, request);
    }

    /** Returns {@code result} with what is found, or as it is where nothing is to be examined. */
    public static Result judged(Result result, @Nullable Request requestOrNull) {
        return requestOrNull == null ? result : new Health(requestOrNull).examined(result);
    }

    private Result examined(Result result) {
        ConnectionTarget target = request.targetOrNull();
        if (target != null) {
            return examined(result, target, target.url(), true);
        }
        List<Failure> failures = new ArrayList<>();
        try (SideReader reader = new SideReader(request.server())) {
            Optional<SideReader.Replayed> made = reader.replay(
                    Migrations.read(request.folders()),
                    request.preludesOrNull(),
                    request.searchPath(),
                    PostgresVersion.NEWEST,
                    failures);
            if (made.isPresent()) {
                return examined(result, made.get().database(), "the schema that the migrations make", false);
            }
        }
        return result.failed()
                ? result.withNote("Health was not looked at, since the migrations do not run.")
                : result.with(result.files(), failures);
    }

    private Result examined(Result result, ConnectionTarget target, String what, boolean live) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            SchemaSnapshot snapshot = SchemaSnapshot.read(connection);
            Map<String, Set<String>> managed = managed(snapshot);
            Examination examination = new Examination(connection, managed, request.settings());
            List<HealthFinding> findings =
                    examination.findings(live, request.library().get());
            List<Failure> failures = new ArrayList<>();
            Result examined = result;
            for (HealthFinding finding : findings) {
                String message = finding.message() + " (" + finding.check().id() + ")";
                if (request.settings().failOn().fails(finding.severity())) {
                    failures.add(Failure.of(message, finding.check().advice()));
                } else {
                    examined = examined.withNote(finding.severity().word() + ": " + message + " "
                            + finding.check().advice());
                }
            }
            if (live && !managed.isEmpty()) {
                examined = examined.withNote("Largest: " + String.join(", ", examination.largestTables()) + ".");
            }
            return examined.with(result.files(), failures)
                    .withNote(summary(what, findings.size(), snapshot, examination));
        }
    }

    private static String summary(String what, int findings, SchemaSnapshot snapshot, Examination examination) {
        List<String> unread = new ArrayList<>(snapshot.unread());
        unread.addAll(examination.unread());
        String found = findings == 1 ? "one remark" : findings + " remarks";
        return "Health of " + what + ": " + found
                + (unread.isEmpty() ? "." : ", as far as it can be seen: " + String.join("; ", unread) + ".");
    }

    /** Returns what migrations manage by schema, under the names by which the server calls it. */
    private Map<String, Set<String>> managed(SchemaSnapshot snapshot) {
        Map<String, Set<String>> names = new TreeMap<>();
        for (SnapshotObject object : request.exclusions().managed(snapshot)) {
            SnapshotKey key = object.key();
            if (EXAMINED.contains(key.kind())) {
                names.computeIfAbsent(key.schema(), schema -> new TreeSet<>())
                        .add(Identifier.quoteIdent(key.schema()) + "." + Identifier.quoteIdent(key.name()));
            }
        }
        return names;
    }
}
