package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;

/** Reports a function or a procedure that no server makes, for its head or for its body in SQL. */
final class InvalidRoutine extends StatementRule<CreateFunction> {
    InvalidRoutine() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateFunction.class);
    }

    @Override
    protected void check(CreateFunction function, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        RoutineHead.check(function, refusals);
        if (!context.settings().isOff("check_function_bodies")) {
            SqlRoutineBody.check(function, refusals);
        }
    }
}
