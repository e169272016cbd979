package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports an {@code UPDATE} that fills a column after a check of it has begun to reject the old rows. */
public final class NotValidBeforeBackfill implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.UPDATE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof DmlStatement.Update update)
                || context.isFresh(update.relation().name())) {
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
                                + " breaks it fails (SQLSTATE 23514)",
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
