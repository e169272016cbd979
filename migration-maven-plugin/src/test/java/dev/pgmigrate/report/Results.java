package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaDifference.State;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Results to report in tests. */
public final class Results {
    public static final ReportOrigin ORIGIN = new ReportOrigin(
            "shop 1.2", "abc1234", "", "1.0", ZonedDateTime.of(2026, 3, 1, 12, 30, 0, 0, ZoneOffset.UTC));
    static final String USERS = "db/migrations/001_create_users.sql";
    static final String INDEX = "db/migrations/002_index_users.sql";
    private static final String INDEX_TEXT = "-- Straße 🙂\n\tCREATE INDEX users_email ON users (email);\n";
    private static final Map<String, SourceText> SOURCES = Map.of(
            USERS, SourceText.of("CREATE TABLE users (id int, email text);\n"), INDEX, SourceText.of(INDEX_TEXT));

    private Results() {}

    /** Returns a result of a comparison that found one difference of each kind. */
    static Result different() {
        SnapshotKey email = new SnapshotKey(ObjectKind.COLUMN, "public", "users", "email");
        SnapshotKey labels = new SnapshotKey(ObjectKind.ENUM, "shop", "", "mood");
        return new Result(
                "diff",
                Path.of(""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Failure.of("There are 5 differences.", "Mend them.")),
                List.of("Compared the files with a database."),
                true,
                Map.of(),
                List.of(
                        new SchemaDifference(
                                new SnapshotKey(ObjectKind.EXTENSION, "", "", "hstore"),
                                State.MISSING,
                                null,
                                "  version: 1.8\n",
                                null),
                        new SchemaDifference(email, State.DIFFERENT, "not null", "yes", null),
                        new SchemaDifference(email, State.DIFFERENT, "type", "text", "character varying(20)"),
                        new SchemaDifference(
                                new SnapshotKey(ObjectKind.POLICY, "public", "users", "own\nrows"),
                                State.ADDED,
                                null,
                                null,
                                ""),
                        new SchemaDifference(labels, State.DIFFERENT, "labels", "'a'\n'b'", "'a'\n'c'")),
                List.of());
    }

    /** Returns a result with everything in it that a report can show. */
    public static Result full() {
        return new Result(
                "check",
                Path.of(""),
                List.of(
                        new FileLine(USERS, "001", "create_users", FileState.READ, ""),
                        new FileLine(INDEX, "002", "index_users", FileState.FAILED, "12 ms"),
                        new FileLine("db/migrations/003_x.sql", "", "", FileState.REJECTED, "")),
                List.of(new IgnoredFile(
                        Path.of("seed.sql"), "db/migrations/seed.sql", IgnoredFile.Kind.MISNAMED, "it has no version")),
                List.of(
                        finding(INDEX, "CREATE", Severity.ERROR, "require-concurrent-index-creation"),
                        finding(INDEX, "users_email", Severity.WARNING, "generic-name"),
                        finding(USERS, "email", Severity.INFO, "prefer-citext")),
                List.of(new LintReport.Suppressed(
                        finding(USERS, "CREATE", Severity.ERROR, "rls-disabled"), "nobody reads it")),
                List.of(new Failure(
                        "column \"e\" does not exist.",
                        "",
                        INDEX,
                        new Position(2, 31),
                        new Position(2, 36),
                        "CREATE INDEX users_email ON users (email)",
                        new ServerError(
                                "42703", "column \"e\" does not exist", "a detail", "a hint", 30, "a context"))),
                List.of("A note."),
                true,
                SOURCES);
    }

    /** Returns a result in which nothing was found. */
    public static Result clean() {
        return new Result(
                "check",
                Path.of(""),
                List.of(new FileLine(USERS, "001", "create_users", FileState.READ, "")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                SOURCES);
    }

    private static Finding finding(String path, String word, Severity severity, String rule) {
        SourceText source = Objects.requireNonNull(SOURCES.get(path));
        int start = source.text().indexOf(word);
        SourceRange range = new SourceRange(start, start + word.length());
        return new Finding(
                new RuleId(rule),
                severity,
                Category.LOCK,
                path,
                range,
                source.position(range.start()),
                source.position(range.end()),
                "Something about `users`.",
                "Do it otherwise.",
                severity == Severity.WARNING ? Confidence.ASSUMED : Confidence.EXACT,
                null,
                false);
    }
}
