package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.sql.ast.FunctionStatement;

/** Reports a {@code CALL}, whose work is not in the file. */
final class CallInMigration extends StatementRule<FunctionStatement.CallStatement> {
    CallInMigration() {
        super(Facts.off(Category.PROCEDURAL).since("0.1"), FunctionStatement.CallStatement.class);
    }

    @Override
    protected void check(FunctionStatement.CallStatement call, LintContext context, Reporter reporter) {
        reporter.report(
                call.range(),
                StatementExcerpt.of(call, context.sql())
                        + " does what this file does not show, and may commit in between",
                "Write its statements into the file.");
    }
}
