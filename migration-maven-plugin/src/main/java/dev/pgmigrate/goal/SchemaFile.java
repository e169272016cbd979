package dev.pgmigrate.goal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.ProvenScript;
import dev.pgmigrate.drift.ScriptTrial;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the schema that the migrations make as one file, for people to review what a pull request changes. */
public final class SchemaFile {
    private static final String GOAL = "schema";
    private static final String HEAD =
            "-- The schema that the migrations make, written by mvn migrate:schema. Do not edit.\n";
    private static final String MADE_FROM = "-- Made from: ";
    private static final String HOLDS = "-- Checksum: ";

    private SchemaFile() {}

    /** Says why the file was not written. */
    public static final class NotWrittenException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        NotWrittenException(String message, Throwable cause) {
            super(message);
            initCause(cause);
        }
    }

    /**
     * What to write.
     *
     * @param file the file
     * @param preludesOrNull what runs before the first migration, or null for what the files need
     * @param searchPath the schemas that unqualified names resolve to; empty for the server's default
     * @param version the version of PostgreSQL that prints the definitions
     * @param server starts a disposable server of a given version
     */
    public record Request(
            MigrationFolders folders,
            Path file,
            @Nullable List<SqlFile> preludesOrNull,
            List<String> searchPath,
            DriftComparison comparison,
            PostgresVersion version,
            Function<PostgresVersion, DisposablePostgres> server) {
        public Request {
            preludesOrNull = preludesOrNull == null ? null : List.copyOf(preludesOrNull);
            searchPath = List.copyOf(searchPath);
        }
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        List<Failure> failures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (SideReader reader = new SideReader(request.server())) {
            Optional<SideReader.Replayed> made = reader.replay(
                    migrations, request.preludesOrNull(), request.searchPath(), request.version(), failures);
            if (made.isPresent()) {
                ProvenScript script = script(request, migrations, reader, made.get());
                notes.addAll(ScriptText.leftOut(script));
                if (!script.remaining().isEmpty()) {
                    notes.add("What the file cannot say: " + ScriptText.words(script.remaining()) + ".");
                }
                String path = request.folders().display(request.file());
                notes.add(
                        write(request.file(), text(migrations, script))
                                ? "Wrote " + path + ": " + script.changes().size() + " statements."
                                : path + " is up to date.");
            }
        }
        return PlanLines.result(GOAL, migrations, List.of(), failures, notes, !failures.isEmpty());
    }

    private static ProvenScript script(
            Request request, Migrations migrations, SideReader reader, SideReader.Replayed made) {
        List<SqlFile> preludes = Test.preludes(migrations, request.preludesOrNull(), request.searchPath());
        SideReader.Replayed empty = reader.replay(
                        new Migrations(migrations.folders(), List.of(), List.of(), List.of()),
                        preludes,
                        List.of(),
                        request.version(),
                        new ArrayList<>())
                .orElseThrow();
        try (ServerConnection connection = ServerConnection.open(empty.database())) {
            return new ScriptTrial(connection, empty.database().user(), request.comparison(), false)
                    .towards(SideReader.read(made.database()));
        }
    }

    private static String text(Migrations migrations, ProvenScript script) {
        String statements = ScriptText.of(script);
        return HEAD + MADE_FROM + fingerprint(migrations) + "\n" + HOLDS
                + Checksum.of(statements).hex() + "\n\n" + statements;
    }

    /** Returns what the migrations are, so that whoever has no server can tell whether the file is of these. */
    private static String fingerprint(Migrations migrations) {
        StringBuilder all = new StringBuilder();
        for (Migration migration : migrations.all()) {
            all.append(migration.version())
                    .append(' ')
                    .append(migration.checksum().hex())
                    .append('\n');
        }
        return migrations.all().size() + " migrations, "
                + Checksum.of(all.toString()).hex();
    }

    /** Returns {@code result}, failing where the configured file is no longer the schema of the migrations. */
    public static Result judged(Result result, MigrationFolders folders, @Nullable Path fileOrNull) {
        return fileOrNull == null
                ? result
                : stale(Migrations.read(folders), fileOrNull)
                        .map(failure -> result.with(result.files(), List.of(failure)))
                        .orElse(result);
    }

    /** Returns why the file is no longer the schema of the migrations, if it is not. */
    private static Optional<Failure> stale(Migrations migrations, Path file) {
        String path = migrations.folders().display(file);
        String advice = "Run mvn migrate:schema, and commit " + path + ".";
        if (!Files.isRegularFile(file)) {
            return Optional.of(stale("The file " + path + " is not there.", advice));
        }
        String text;
        try {
            text = Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            return Optional.of(stale("The file " + path + " cannot be read: " + e.getMessage() + ".", advice));
        }
        if (!text.contains(MADE_FROM + fingerprint(migrations) + "\n")) {
            return Optional.of(stale("The file " + path + " is not of these migrations.", advice));
        }
        int body = text.indexOf("\n\n") + 2;
        return text.contains(HOLDS + Checksum.of(text.substring(body)).hex() + "\n")
                ? Optional.empty()
                : Optional.of(stale("The file " + path + " was edited.", advice));
    }

    private static Failure stale(String message, String advice) {
        return Failure.of(message + " (stale-schema-file)", advice);
    }

    /** Writes aside first, so that an interrupted run leaves the file as it was; returns whether anything changed. */
    private static boolean write(Path file, String text) {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Files.write(aside, text.getBytes(UTF_8));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw new NotWrittenException(
                    "The schema was not written to " + file + ": " + e.getMessage()
                            + ". Make room, or make the folder writable.",
                    e);
        }
    }
}
