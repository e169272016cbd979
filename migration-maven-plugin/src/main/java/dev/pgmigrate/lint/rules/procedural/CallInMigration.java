package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Excerpt;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a {@code CALL}, whose work is not in the file. */
public final class CallInMigration implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.PROCEDURAL;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CALL);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof FunctionStatement.CallStatement call) {
            reporter.report(
                    call.range(),
                    Excerpt.of(call, context.sql()) + " does what this file does not show, and may commit in between",
                    "Write its statements into the file.");
        }
    }
}
