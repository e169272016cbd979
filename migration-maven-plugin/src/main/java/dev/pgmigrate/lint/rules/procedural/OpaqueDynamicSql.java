package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.plpgsql.ConstantSql;
import dev.pgmigrate.sql.plpgsql.PlLoop;

/** Reports SQL that a {@code DO} block puts together at run time. */
final class OpaqueDynamicSql extends StatementRule<DoStatement> {
    OpaqueDynamicSql() {
        super(Facts.warning(Category.PROCEDURAL).since("0.1"), DoStatement.class);
    }

    @Override
    protected void check(DoStatement block, LintContext context, Reporter reporter) {
        context.body()
                .ifPresent(body -> body.walk().forEach(statement -> {
                    Expression command = statement.dynamicSql();
                    if (command != null && !isKnown(command, context.sql())) {
                        reporter.report(
                                statement instanceof PlLoop ? command.range() : statement.range(),
                                "`EXECUTE` puts its SQL together at run time, so its locks and what it drops cannot be"
                                        + " checked before it runs",
                                "Write the statement out.");
                    }
                }));
    }

    private static boolean isKnown(Expression command, SqlFile file) {
        return ConstantSql.parse(file.source(), command)
                .filter(script -> script.errors().isEmpty())
                .isPresent();
    }
}
