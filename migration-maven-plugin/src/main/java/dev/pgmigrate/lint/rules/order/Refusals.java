package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.TableStatement.Definition;

/** Takes down why a server refuses a statement: the first reason alone, since it looks no further itself. */
final class Refusals {
    private static final int KIND_FIRST = 18;

    private final LintContext context;
    private final Reporter reporter;
    private boolean found;

    Refusals(LintContext context, Reporter reporter) {
        this.context = context;
        this.reporter = reporter;
    }

    LintContext context() {
        return context;
    }

    /** Returns the schema that the statement meets, without what is in doubt. */
    Schema schema() {
        return context.schema().certain();
    }

    /** Returns the error of an {@code ATTACH} or {@code DETACH} at a table that is not partitioned, which PostgreSQL 18 changed. */
    String ofUnpartitioned() {
        return context.target().isAtLeast(KIND_FIRST) ? SqlState.WRONG_OBJECT_TYPE : SqlState.INVALID_OBJECT_DEFINITION;
    }

    /** Returns whether there is such a relation already, so that the statement is skipped or refused for that. */
    boolean isThere(Definition create) {
        return context.schema().relationPresence(create.name().qualified()).isPresent();
    }

    /**
     * Adds a reason, unless there is one already or something around the statement waits for the error.
     *
     * @param why a sentence without its full stop
     * @param advice one imperative sentence
     */
    void add(SourceRange at, String sqlState, String why, String advice) {
        if (!found && !context.isGuardedAgainst(sqlState)) {
            reporter.report(at, why + "; the server refuses the statement with " + sqlState, advice);
            found = true;
        }
    }

    /** Adds a reason if it holds. */
    void addIf(boolean holds, SourceRange at, String sqlState, String why, String advice) {
        if (holds) {
            add(at, sqlState, why, advice);
        }
    }
}
