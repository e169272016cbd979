package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RenameConflict;
import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectStatement.SetSchema;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeStatement.RenameEnumValue;

/** Reports a rename or a move to another schema that fails on a second run, because the old name is gone. */
final class RenameNotIdempotent extends StatementRule<Statement> {
    RenameNotIdempotent() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof Rename rename) {
            boolean skipped = rename.ifExists() && rename.object().parent() == null;
            check(rename.object(), skipped, " is called `" + rename.newName() + "`", context, reporter);
            taken(rename, context, reporter);
        } else if (statement instanceof SetSchema move) {
            check(move.object(), move.ifExists(), " is in `" + move.schema() + "`", context, reporter);
        } else if (statement instanceof RenameEnumValue rename
                && !context.isGuardedAgainst(SqlState.INVALID_PARAMETER_VALUE)) {
            boolean done = context.secondRun()
                    .type(rename.name().qualified())
                    .filter(type -> !type.labels().contains(rename.value().text()))
                    .isPresent();
            if (done) {
                reporter.report(
                                rename.range(),
                                "The label `" + rename.value().text() + "` of `" + rename.name() + "` is called `"
                                        + rename.newValue().text()
                                        + "` when the file runs again, and the statement fails",
                                "Wrap it in a DO block that catches invalid_parameter_value.")
                        .fix(context.guardedBy("invalid_parameter_value", statement));
            }
        }
    }

    /** The file makes the object anew under its old name, and what it renamed first keeps the new one. */
    private static void taken(Rename rename, LintContext context, Reporter reporter) {
        String sqlState = RenameConflict.sqlState(rename, context.secondRun()).orElse(null);
        boolean found = !context.secondRun().presence(rename.object()).isAbsent();
        if (sqlState != null
                && found
                && RenameConflict.sqlState(rename, context.schema()).isEmpty()
                && !context.isGuardedAgainst(sqlState)) {
            String condition = ErrorConditions.nameOf(sqlState);
            reporter.report(
                            rename.range(),
                            "The name `" + rename.newName()
                                    + "` is taken when the file runs again, by what the first run renamed, and the"
                                    + " statement fails with " + sqlState,
                            "Wrap it in a DO block that catches " + condition + ".")
                    .fix(context.guardedBy(condition, rename));
        }
    }

    private static void check(
            ObjectReference object, boolean skipped, String now, LintContext context, Reporter reporter) {
        String sqlState = context.statement() instanceof Rename
                ? Collision.sqlStateOfRenamed(object.type())
                : Collision.sqlStateOfMissingToAlter(object.type());
        if (!skipped && context.secondRun().presence(object).isAbsent() && !context.isGuardedAgainst(sqlState)) {
            String condition = ErrorConditions.nameOf(sqlState);
            reporter.report(
                            context.statement().range(),
                            "The " + Words.of(object) + now + " when the file runs again, and the statement fails with "
                                    + sqlState,
                            "Wrap it in a DO block that catches " + condition + ".")
                    .fix(context.guardedBy(condition, context.statement()));
        }
    }
}
