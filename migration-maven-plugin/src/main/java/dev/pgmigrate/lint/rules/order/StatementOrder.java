package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.HashMap;
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

    private static final int LAST_OF_A_TABLE = Phases.NAMES.indexOf("policies");

    @Override
    public void checkFile(FileContext file, Reporter reporter) {
        int latest = 0;
        Map<QualifiedName, Integer> latestOfTable = new HashMap<>();
        for (Step step : file.topLevel()) {
            int phase = Phases.NAMES.indexOf(Phases.of(step.statement()));
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
                        "This belongs to the " + Phases.NAMES.get(phase) + " of `"
                                + file.sql().path() + "`, and stands behind its " + Phases.NAMES.get(reached),
                        "Order the statements: " + String.join(", ", Phases.NAMES) + ".");
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
}
