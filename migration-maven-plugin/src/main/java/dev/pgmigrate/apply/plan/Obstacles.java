package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.migration.ClientEncoding;
import dev.pgmigrate.migration.DirectiveProblem;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SessionState;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds everything that would make applying fail halfway or lose track, so that it is reported before anything runs.
 */
final class Obstacles {
    private final List<Obstacle> found = new ArrayList<>();

    private Obstacles() {}

    /** Returns the problems of the folder, the history, and the files that are to be applied. */
    static List<Obstacle> of(Migrations migrations, Plan plan, List<Migration> toApply, boolean outOfOrder) {
        Obstacles obstacles = new Obstacles();
        obstacles.folder(migrations);
        obstacles.history(plan, outOfOrder);
        toApply.forEach(obstacles::file);
        return obstacles.found;
    }

    /** Returns what is wrong with one file, whatever the history says of it. */
    static List<Obstacle> of(Migration migration) {
        Obstacles obstacles = new Obstacles();
        obstacles.file(migration);
        return obstacles.found;
    }

    /** Returns what the history has against one version. */
    static List<Obstacle> ofHistory(PlannedMigration planned) {
        Obstacles obstacles = new Obstacles();
        obstacles.history(planned);
        return obstacles.found;
    }

    /** Returns the contradictions between files and history that keep {@code plan} from being applied. */
    static List<Obstacle> between(Plan plan, boolean outOfOrder) {
        Obstacles obstacles = new Obstacles();
        obstacles.history(plan, outOfOrder);
        return obstacles.found;
    }

    /** Returns an obstacle for each file whose version, as the Supabase CLI reads it, is that of another file. */
    static List<Obstacle> supabaseVersions(List<Migration> migrations) {
        List<Obstacle> clashes = new ArrayList<>();
        Map<String, Migration> seen = new HashMap<>();
        for (Migration migration : migrations) {
            String version = SupabaseMirror.version(migration);
            Migration twin = seen.putIfAbsent(version, migration);
            if (twin != null && !twin.version().equals(migration.version())) {
                clashes.add(new Obstacle(
                        Kind.SUPABASE_VERSION,
                        migration.path(),
                        Obstacle.START,
                        "The Supabase CLI gives " + migration.path() + " and " + twin.path() + " one version, "
                                + version + ".",
                        "Name them YYYYMMDDHHMMSS_name.sql, each with a time of its own."));
            }
        }
        return clashes;
    }

    private void folder(Migrations migrations) {
        migrations
                .rejected()
                .forEach(file -> found.add(new Obstacle(
                        Kind.REJECTED_FILE,
                        file.path(),
                        file.source().position(file.range().start()),
                        file.message(),
                        file.advice())));
        migrations.ignored().stream()
                .filter(file -> file.kind() == IgnoredFile.Kind.REPEATABLE)
                .forEach(file -> found.add(new Obstacle(
                        Kind.REPEATABLE,
                        file.path(),
                        Obstacle.START,
                        "Flyway's repeatable migrations are not supported, and without this one the schema would be"
                                + " incomplete.",
                        "Turn it into a versioned migration.")));
        Map<Object, Migration> seen = new HashMap<>();
        for (Migration migration : migrations.all()) {
            Migration twin = seen.putIfAbsent(migration.version(), migration);
            if (twin != null) {
                found.add(new Obstacle(
                        Kind.DUPLICATE_VERSION,
                        migration.path(),
                        Obstacle.START,
                        "Duplicate migration version " + migration.version() + ": " + twin.path() + " has it too.",
                        "Give the one that is not applied anywhere a new version."));
            }
        }
    }

    private void history(Plan plan, boolean outOfOrder) {
        plan.refusals(outOfOrder).forEach(this::history);
        for (Migration migration : plan.unknownToSupabase()) {
            String version = SupabaseMirror.version(migration);
            found.add(new Obstacle(
                    Kind.ELSEWHERE,
                    migration.path(),
                    Obstacle.START,
                    "Migration " + migration.version() + " is applied, but " + SupabaseMirror.NAME
                            + " has no row for it: supabase db push would run it again.",
                    "Tell the Supabase CLI: supabase migration repair --status applied " + version
                            + ", or mvn migrate:repair"));
        }
    }

    private void history(PlannedMigration planned) {
        String path = planned.migration().map(Migration::path).orElse(planned.version() + "_" + planned.name());
        switch (planned.state()) {
            case CHANGED ->
                found.add(new Obstacle(
                        Kind.CHANGED,
                        path,
                        Obstacle.START,
                        "Migration " + planned.version() + " was changed after it was applied.",
                        "Restore the file, and make the change in a new migration; or accept it: mvn migrate:repair"));
            case MISSING ->
                found.add(new Obstacle(
                        Kind.MISSING,
                        path,
                        Obstacle.START,
                        "Migration " + planned.version() + " is applied, but its file is gone.",
                        "Restore the file, or repair the history: mvn migrate:repair"));
            case OUT_OF_ORDER ->
                found.add(new Obstacle(
                        Kind.OUT_OF_ORDER,
                        path,
                        Obstacle.START,
                        "Migration " + planned.version()
                                + " is to be inserted before the last migration on remote database.",
                        "Give it a new version, or set migrate.outOfOrder."));
            case ELSEWHERE ->
                found.add(new Obstacle(
                        Kind.ELSEWHERE,
                        path,
                        Obstacle.START,
                        planned.elsewhere().orElseThrow() + " says that another tool has applied "
                                + (planned.version() + " " + planned.name()).strip()
                                + (planned.migration().isPresent() ? "." : ", but no file matches."),
                        (planned.migration().isPresent() ? "Take" : "Fetch its file, and take")
                                + " it over: mvn migrate:baseline -Dmigrate.adopt="
                                + planned.elsewhere().orElseThrow()));
            case PENDING, APPLIED, BASELINE, FUTURE, FAILED, REVERTED -> {}
        }
    }

    private void file(Migration migration) {
        for (SyntaxError error : migration.script().errors()) {
            boolean tooLong = error.kind() == SyntaxError.Kind.TOO_LONG;
            String advice = tooLong ? SyntaxError.IF_TOO_LONG : "Correct the statement.";
            add(Kind.SYNTAX, migration, error.range(), error.message() + ".", advice);
        }
        for (SourceRange command : migration.script().metaCommands()) {
            add(
                    Kind.META_COMMAND,
                    migration,
                    command,
                    "A psql command cannot be sent to a server.",
                    "Remove it, or write it as SQL.");
        }
        for (DirectiveProblem problem : migration.directives().problems()) {
            add(Kind.DIRECTIVE, migration, problem.range(), problem.message(), problem.advice());
        }
        mode(migration);
        sessionState(migration);
        encoding(migration);
        for (TransactionStatement statement : migration.sql().ownTransaction().foreign()) {
            add(
                    Kind.TRANSACTION_CONTROL,
                    migration,
                    statement.range(),
                    "The file begins or ends a transaction, and thereby breaks the one that keeps the history"
                            + " consistent.",
                    "Remove the statement: each migration runs in a transaction of its own.");
        }
    }

    /** The driver would end the session of a file that does. */
    private void encoding(Migration migration) {
        for (Statement statement : migration.script().withoutRows()) {
            if (ClientEncoding.isLeftBy(statement)) {
                add(
                        Kind.CLIENT_ENCODING,
                        migration,
                        statement.range(),
                        "The file sets a client_encoding other than UTF8, in which it is read and sent.",
                        "Remove the statement, and save the file as UTF-8.");
            }
        }
    }

    private void mode(Migration migration) {
        if (migration.transactionMode() == TransactionMode.NONE) {
            return;
        }
        for (Statement statement : migration.script().withoutRows()) {
            if (Transactional.of(statement) == Transactional.NO) {
                add(
                        Kind.MIXED_TRANSACTION_MODES,
                        migration,
                        statement.range(),
                        "This statement cannot run inside a transaction block, and the file has others that can.",
                        "Move it into a migration of its own.");
            }
        }
    }

    private void sessionState(Migration migration) {
        if (migration.transactionMode() == TransactionMode.TRANSACTION) {
            return;
        }
        for (Statement statement : migration.script().withoutRows()) {
            if (SessionState.of(statement, migration.source()) == SessionState.LOST) {
                add(
                        Kind.SESSION_STATE,
                        migration,
                        statement.range(),
                        "What this statement leaves in the session, or finds there, is lost when a later attempt"
                                + " continues in the middle of the file, which runs without a transaction.",
                        "Use a table, a value or a setting that does not end with the session, or give the file a"
                                + " transaction.");
            }
        }
    }

    private void add(Kind kind, Migration migration, SourceRange range, String message, String advice) {
        found.add(new Obstacle(kind, migration.path(), migration.source().position(range.start()), message, advice));
    }
}
