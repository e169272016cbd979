package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports an {@code UPDATE} of all rows of a table in use. */
public final class BanUpdateWithoutWhere implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.UPDATE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DmlStatement.Update statement
                && isWithoutCondition(statement.where())
                && statement.from().isEmpty()
                && !context.isFresh(statement.relation().name())
                && !isTemporary(statement.relation().name(), context)) {
            reporter.report(
                    statement.range(),
                    "UPDATE without WHERE writes every row of `"
                            + statement.relation().name() + "` anew and locks each until the transaction ends",
                    "Add a WHERE, and update in batches of bounded size.");
        }
    }

    private static boolean isWithoutCondition(@Nullable Expression where) {
        return where == null
                || (where instanceof Expression.Constant constant && constant.kind() == Expression.ConstantKind.TRUE);
    }

    private static boolean isTemporary(ObjectName name, LintContext context) {
        return context.schema().table(name).filter(Table::temporary).isPresent();
    }
}
