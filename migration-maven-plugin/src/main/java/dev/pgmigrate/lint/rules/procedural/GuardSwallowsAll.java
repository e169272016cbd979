package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlCondition;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reports an exception handler of a {@code DO} that catches {@code OTHERS} and raises nothing. */
public final class GuardSwallowsAll implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.PROCEDURAL;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof DoStatement && context.body().isPresent()) {
            context.body()
                    .get()
                    .walk()
                    .filter(PlBlock.class::isInstance)
                    .flatMap(block -> ((PlBlock) block).handlers().stream())
                    .filter(handler ->
                            handler.conditions().stream().anyMatch(PlCondition::isOthers) && !raises(handler))
                    .forEach(handler -> reporter.report(
                            handler.range(),
                            "`WHEN OTHERS` hides every error of the block, missing rights, locks and mistakes"
                                    + " included, and the migration counts as applied",
                            "Catch the one condition that is meant, such as duplicate_object."));
        }
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
