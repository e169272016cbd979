package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlCondition;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reports an exception handler of a {@code DO} that catches {@code OTHERS} and raises nothing. */
final class GuardSwallowsAll extends StatementRule<DoStatement> {
    GuardSwallowsAll() {
        super(Facts.error(Category.PROCEDURAL).since("0.1"), DoStatement.class);
    }

    @Override
    protected void check(DoStatement statement, LintContext context, Reporter reporter) {
        context.body()
                .ifPresent(body -> body.walk()
                        .filter(PlBlock.class::isInstance)
                        .flatMap(block -> ((PlBlock) block).handlers().stream())
                        .filter(handler ->
                                handler.conditions().stream().anyMatch(PlCondition::isOthers) && !raises(handler))
                        .forEach(handler -> reporter.report(
                                handler.range(),
                                "`WHEN OTHERS` hides every error of the block, missing rights, locks and mistakes"
                                        + " included, and the migration counts as applied",
                                "Catch the one condition that is meant, such as duplicate_object.")));
    }

    private static boolean raises(PlBlock.Handler handler) {
        Deque<PlStatement> open = new ArrayDeque<>(handler.statements().list());
        while (!open.isEmpty()) {
            PlStatement statement = open.pop();
            if (statement instanceof PlStatement.Raise raise && raise.level() == PlStatement.RaiseLevel.EXCEPTION) {
                return true;
            }
            open.addAll(statement.children());
        }
        return false;
    }
}
