package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports a statement behind those of a later phase: types come before tables, indexes before policies, publications last. */
public final class StatementOrder implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    private static final List<String> PHASES = List.of(
            "settings",
            "schemas and extensions",
            "types",
            "tables",
            "indexes",
            "triggers",
            "policies",
            "views",
            "publications");
    private static final int LAST_OF_A_TABLE = PHASES.indexOf("policies");

    @Override
    public void checkFile(FileContext file, Reporter reporter) {
        int latest = 0;
        Map<QualifiedName, Integer> latestOfTable = new HashMap<>();
        for (Step step : file.topLevel()) {
            int phase = PHASES.indexOf(phase(step.statement()));
            ObjectName table = table(step.statement());
            int reached = latest;
            if (table != null && latest <= LAST_OF_A_TABLE) {
                // One table after the other, each with its indexes and policies, is an order as well.
                reached = latestOfTable.getOrDefault(step.before().resolve(table), 0);
                latestOfTable.merge(step.before().resolve(table), phase, Math::max);
            }
            if (phase >= 0 && phase < reached) {
                reporter.report(
                        step.statement().range(),
                        "This belongs to the " + PHASES.get(phase) + " of `"
                                + file.sql().path() + "`, and stands behind its " + PHASES.get(reached),
                        "Order the statements: " + String.join(", ", PHASES) + ".");
                return;
            }
            latest = Math.max(latest, phase);
        }
    }

    private static @Nullable ObjectName table(Statement statement) {
        if (statement instanceof CreateTable create) {
            return create.name();
        }
        if (statement instanceof CreateIndex create) {
            return create.table();
        }
        if (statement instanceof CreateTrigger create) {
            return create.table();
        }
        return statement instanceof CreatePolicy create ? create.table() : null;
    }

    /** Statements that may stand anywhere have no phase: on rows, comments, grants, drops, functions, most of ALTER TABLE. */
    private static String phase(Statement statement) {
        if (statement instanceof SchemaStatement) {
            return "schemas and extensions";
        }
        if (statement instanceof TypeStatement || statement instanceof DomainStatement) {
            return "types";
        }
        if (statement instanceof CreateTable) {
            return "tables";
        }
        if (statement instanceof CreateIndex) {
            return "indexes";
        }
        if (statement instanceof CreateTrigger) {
            return "triggers";
        }
        if (statement instanceof CreatePolicy) {
            return "policies";
        }
        if (statement instanceof CreateView) {
            return "views";
        }
        return statement instanceof PublicationStatement ? "publications" : "";
    }
}
