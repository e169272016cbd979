package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RenameConflict;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Collisions;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports a {@code CREATE} of what an earlier statement has made already. */
final class DuplicateObject extends StatementRule<Statement> {
    /** What is not in here may go with something else, or is known by more than its name. */
    private static final Set<ObjectType> JUDGED = Set.of(
            ObjectType.FOREIGN_TABLE,
            ObjectType.TABLE,
            ObjectType.VIEW,
            ObjectType.MATERIALIZED_VIEW,
            ObjectType.SEQUENCE,
            ObjectType.INDEX,
            ObjectType.COLUMN,
            ObjectType.ATTRIBUTE,
            ObjectType.TABLE_CONSTRAINT,
            ObjectType.TYPE,
            ObjectType.DOMAIN,
            ObjectType.DOMAIN_CONSTRAINT,
            ObjectType.FUNCTION,
            ObjectType.PROCEDURE,
            ObjectType.TRIGGER,
            ObjectType.POLICY,
            ObjectType.SCHEMA,
            ObjectType.EXTENSION,
            ObjectType.ROLE,
            ObjectType.PUBLICATION);

    DuplicateObject() {
        super(Facts.error(Category.ORDER).since("0.1"), Statement.class);
    }

    /** What this file names before it makes it is not there before, and was named too early. */
    private static boolean isNamedTooEarly(Statement statement, LintContext context) {
        return statement instanceof TableStatement.Definition create
                && context.schema()
                        .table(create.name())
                        .filter(table -> !table.created() && table.origin().file() == context.sql())
                        .isPresent();
    }

    private static void renamed(Rename rename, LintContext context, Reporter reporter) {
        String sqlState =
                RenameConflict.sqlState(rename, context.schema().certain()).orElse(null);
        if (sqlState != null
                && !context.schema().presence(rename.object()).isAbsent()
                && !context.guard().handles(sqlState)) {
            reporter.report(
                    rename.newName().range(),
                    "The name `" + rename.newName()
                            + "` was already taken by an earlier statement, and this one fails with " + sqlState,
                    "Choose another name, or drop what has it first.");
        }
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (context.guard().conditional()) {
            return;
        }
        if (statement instanceof Rename rename) {
            renamed(rename, context, reporter);
        }
        for (Collision collision : Collisions.of(statement, context.schema().certain())) {
            if (JUDGED.contains(collision.type())
                    && !context.guard().handles(collision.sqlState())
                    && !isNamedTooEarly(statement, context)) {
                reporter.report(
                        collision.at(),
                        "The " + Words.of(collision.type(), collision.name())
                                + " was already created by an earlier statement, and this one fails with "
                                + collision.sqlState(),
                        "Remove one of the two, or drop the first before the second.");
            }
        }
    }
}
