package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;

/** Reports a body in PL/pgSQL that no server takes: its variables are not declared, or its RETURN does not fit its head. */
final class InvalidPlpgsql extends StatementRule<FunctionStatement> {
    InvalidPlpgsql() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateFunction.class, DoStatement.class);
    }

    @Override
    protected void check(FunctionStatement statement, LintContext context, Reporter reporter) {
        CreateFunction function = statement instanceof CreateFunction create ? create : null;
        // A function's body is a text where nobody looks at it (manual, 19.11.1 "check_function_bodies").
        if (function != null && context.settings().isOff("check_function_bodies")) {
            return;
        }
        Refusals refusals = new Refusals(context, reporter);
        context.body().filter(body -> body.errors().isEmpty()).ifPresent(body -> {
            PlpgsqlReturns.check(body, function, refusals);
            PlpgsqlVariables.check(body, function, refusals);
        });
    }
}
