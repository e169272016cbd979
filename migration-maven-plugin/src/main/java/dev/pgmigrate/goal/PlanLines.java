package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.ValidationQuery;
import dev.pgmigrate.sql.ast.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Describes a plan in the words of a result. */
final class PlanLines {
    private PlanLines() {}

    /** Returns the table of migrations: the files that cannot be read, then every version. */
    static List<FileLine> files(Migrations migrations, Plan plan) {
        Instant now = Instant.now();
        List<FileLine> files = new ArrayList<>();
        migrations.rejected().forEach(file -> files.add(new FileLine(file.path(), "", "", FileState.REJECTED, "")));
        plan.all().forEach(planned -> files.add(line(planned, now)));
        return files;
    }

    private static FileLine line(PlannedMigration planned, Instant now) {
        HistoryLine history = planned.row().map(row -> HistoryLine.of(row, now)).orElse(null);
        return new FileLine(
                planned.migration().map(Migration::path).orElse(""),
                planned.version(),
                planned.name(),
                state(planned.state()),
                history == null ? "" : history.text(),
                history);
    }

    private static FileState state(MigrationState state) {
        return switch (state) {
            case PENDING -> FileState.PENDING;
            case APPLIED -> FileState.APPLIED;
            case BASELINE -> FileState.BASELINE;
            case CHANGED -> FileState.CHANGED;
            case MISSING -> FileState.MISSING;
            case FUTURE -> FileState.FUTURE;
            case OUT_OF_ORDER -> FileState.OUT_OF_ORDER;
            case FAILED -> FileState.FAILED;
            case REVERTED -> FileState.REVERTED;
            case ELSEWHERE -> FileState.ELSEWHERE;
        };
    }

    /** Returns what the linter has to know about a plan. */
    static AppliedVersions applied(Plan plan) {
        return AppliedVersions.of(plan.all().stream()
                .filter(planned -> !planned.state().isPending())
                .flatMap(planned -> planned.migration().stream())
                .map(Migration::version)
                .toList());
    }

    /** Returns the contradictions between files and history, each with the next step. */
    static List<Failure> failures(Plan plan, boolean outOfOrder) {
        List<Failure> failures = new ArrayList<>();
        plan.objections(outOfOrder).forEach(obstacle -> failures.add(ChangedFile.failure(obstacle, plan)));
        for (PlannedMigration planned : plan.in(MigrationState.FAILED)) {
            if (planned.migration().isEmpty()) {
                continue; // It was rolled back, and there is nothing left to correct.
            }
            failures.add(new Failure(
                    "Migration " + planned.version() + " failed when it was applied last.",
                    "Correct it, and run mvn migrate:apply again.",
                    planned.migration().map(Migration::path).orElse(null),
                    null,
                    null,
                    "",
                    null));
        }
        return failures;
    }

    /** Returns a line for each query that applying the pending migrations would ask. */
    static List<String> queries(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedMigration planned : plan.pending()) {
            planned.migration()
                    .ifPresent(migration -> migration
                            .directives()
                            .of(Directive.Requirement.class)
                            .forEach(requirement -> {
                                if (requirement.condition() instanceof ValidationQuery query) {
                                    lines.add((requirement instanceof Directive.Requires ? "Before " : "After ")
                                            + migration.path() + ":"
                                            + migration
                                                    .source()
                                                    .position(query.range().start())
                                            + " apply asks: " + query.sql());
                                }
                            }));
        }
        return lines;
    }

    /**
     * Returns why less is found than without a database: nobody uses a table yet that a pending migration makes. Empty where
     * no other pending migration follows one that makes a table.
     */
    static List<String> unused(Plan plan) {
        List<PlannedMigration> pending = plan.pending();
        boolean makesTables = pending.stream()
                .limit(Math.max(0, pending.size() - 1))
                .flatMap(planned -> planned.migration().stream())
                .flatMap(migration -> migration.script().withoutRows().stream())
                .anyMatch(statement -> statement.kind() == StatementKind.CREATE_TABLE);
        return makesTables
                ? List.of("Nobody uses a table yet that a pending migration makes, so nothing is said of what locks it;"
                        + " mvn migrate:lint takes every table for used.")
                : List.of();
    }

    /** Returns a failure for each file that is no migration although it looks like one. */
    static List<Failure> unreadable(Migrations migrations) {
        return migrations.rejected().stream()
                .map(file -> new Failure(
                        file.message(),
                        file.advice(),
                        file.path(),
                        file.source().position(file.range().start()),
                        file.source().position(file.range().end()),
                        "",
                        null))
                .toList();
    }

    static Failure failure(Obstacle obstacle) {
        if (obstacle.kind() == Obstacle.Kind.UNKNOWN_TARGET) {
            return Failure.of(obstacle.message(), obstacle.advice());
        }
        return new Failure(obstacle.message(), obstacle.advice(), obstacle.path(), obstacle.position(), null, "", null);
    }

    static Failure failure(ExplainedException e) {
        return Failure.of(String.valueOf(e.getMessage()), "");
    }

    /** Returns the result of a goal that reports on no statements. */
    static Result result(
            String goal,
            Migrations migrations,
            List<FileLine> files,
            List<Failure> failures,
            List<String> notes,
            boolean failed) {
        return new Result(
                goal,
                migrations.folders().base(),
                files,
                migrations.ignored(),
                List.of(),
                List.of(),
                failures,
                notes,
                failed,
                Judgement.sources(migrations));
    }
}
