package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports an {@code UPDATE} that fills a column after a check of it has begun to reject the old rows. */
final class NotValidBeforeBackfill extends StatementRule<DmlStatement.Update> {
    NotValidBeforeBackfill() {
        super(Facts.warning(Category.LOCK).since("0.1"), DmlStatement.Update.class);
    }

    @Override
    protected void check(DmlStatement.Update update, LintContext context, Reporter reporter) {
        if (context.isFresh(update.relation().name())) {
            return;
        }
        Optional<Table> table = context.schema().table(update.relation().name());
        if (table.isEmpty()) {
            return;
        }
        Set<String> filled = columns(update);
        for (TableConstraint constraint : table.get().constraints().all()) {
            if (constraint.kind() == TableConstraint.Kind.CHECK
                    && !constraint.validated()
                    && constraint.columns().stream().anyMatch(filled::contains)
                    && !isRepeated(constraint, table.get(), context)) {
                reporter.report(
                        update.range(),
                        "`" + constraint.name() + "` of `" + table.get().name().name()
                                + "` is there before this fills its rows, so until then any UPDATE of an old row that"
                                + " breaks it fails (SQLSTATE " + SqlState.CHECK_VIOLATION + ")",
                        "Fill the rows first, and add the constraint NOT VALID after that.");
            }
        }
    }

    private static Set<String> columns(DmlStatement.Update update) {
        return update.set().stream()
                .flatMap(clause -> clause.targets().stream())
                .map(target -> target.name().text())
                .collect(Collectors.toSet());
    }

    /** Of several batches the first is enough. */
    private static boolean isRepeated(TableConstraint constraint, Table table, LintContext context) {
        return context.earlier().stream()
                .anyMatch(step -> step.statement() instanceof DmlStatement.Update earlier
                        && step.before().resolve(earlier.relation().name()).equals(table.name())
                        && columns(earlier).stream().anyMatch(constraint.columns()::contains));
    }
}
