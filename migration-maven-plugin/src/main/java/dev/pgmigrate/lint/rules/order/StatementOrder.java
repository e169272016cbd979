package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports a statement behind those of a later phase: types come before tables, indexes before policies, publications last. */
final class StatementOrder extends FileRule {
    StatementOrder() {
        super(Facts.warning(Category.ORDER).since("0.1"));
    }

    @Override
    protected void check(FileContext file, Reporter reporter) {
        Phase latest = Phase.SETTINGS;
        Map<QualifiedName, Phase> latestOfTable = new HashMap<>();
        for (Step step : file.steps()) {
            if (step.place() == Place.FUNCTION_BODY) {
                continue;
            }
            Phase phase = Phase.of(step.statement());
            if (phase == null) {
                continue;
            }
            Phase reached = latest;
            ObjectName written = table(step.statement());
            if (written != null && (phase == Phase.GRANTS || latest.compareTo(Phase.POLICIES) <= 0)) {
                // One table after the other, each with its indexes and policies, is an order as well.
                QualifiedName table = step.before().resolve(written);
                reached = latestOfTable.getOrDefault(table, Phase.SETTINGS);
                latestOfTable.merge(table, phase, Phase::later);
            }
            if (phase.compareTo(reached) < 0) {
                reporter.report(
                        step.statement().range(),
                        "This belongs to the " + phase.words() + " of `"
                                + file.sql().path() + "`, and stands behind its " + reached.words(),
                        "Order the statements: " + Phase.allWords() + ".");
                return;
            }
            latest = phase == Phase.GRANTS ? latest : latest.later(phase);
        }
    }

    /** The table that a statement makes, or makes a part of. */
    private static @Nullable ObjectName table(Statement statement) {
        return statement instanceof CreateTable create ? create.name() : partOf(statement);
    }

    private static @Nullable ObjectName partOf(Statement statement) {
        if (statement instanceof GrantStatement.Grant grant && grant.objects().size() == 1) {
            return grant.objects().get(0).name();
        }
        return statement instanceof Making making ? making.table() : null;
    }
}
