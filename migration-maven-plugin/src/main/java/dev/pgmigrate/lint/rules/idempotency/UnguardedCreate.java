package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reports a {@code CREATE} of a role, publication, cast or another object without {@code IF NOT EXISTS} that fails on a second run. */
final class UnguardedCreate extends StatementRule<Statement> {
    private static final Set<ObjectType> TYPES = EnumSet.of(
            ObjectType.ACCESS_METHOD,
            ObjectType.ATTRIBUTE,
            ObjectType.CAST,
            ObjectType.CONVERSION,
            ObjectType.EVENT_TRIGGER,
            ObjectType.FOREIGN_DATA_WRAPPER,
            ObjectType.OPERATOR,
            ObjectType.OPERATOR_CLASS,
            ObjectType.OPERATOR_FAMILY,
            ObjectType.PUBLICATION,
            ObjectType.ROLE,
            ObjectType.SUBSCRIPTION,
            ObjectType.TEXT_SEARCH_CONFIGURATION,
            ObjectType.TEXT_SEARCH_DICTIONARY,
            ObjectType.TEXT_SEARCH_PARSER,
            ObjectType.TEXT_SEARCH_TEMPLATE);

    UnguardedCreate() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            if (TYPES.contains(collision.type())) {
                String condition = ErrorConditions.nameOf(collision.sqlState());
                boolean inBlock = Transactional.of(statement) == Transactional.YES;
                reporter.report(
                                collision.at(),
                                "The " + Words.of(collision.type(), collision.name())
                                        + " exists when the file runs again, and the statement fails with "
                                        + collision.sqlState(),
                                inBlock
                                        ? "Wrap it in a DO block that catches " + condition + "."
                                        : "Give it a file of its own, since no block can hold it.")
                        .fix(inBlock ? context.guardedBy(condition, statement) : Optional.empty());
            }
        }
    }
}
