package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reports a {@code CREATE} of a role, publication, cast or another object without {@code IF NOT EXISTS} that fails on a second run. */
public final class UnguardedCreate implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.IDEMPOTENCY;
    }

    @Override
    public boolean fixable() {
        return true;
    }

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

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            if (TYPES.contains(collision.type())) {
                String condition = ErrorConditions.nameOf(collision.sqlState());
                boolean inBlock = Transactional.of(context.statement()) == Transactional.YES;
                reporter.report(
                                collision.at(),
                                "The " + Words.of(collision.type(), collision.name())
                                        + " exists when the file runs again, and the statement fails with "
                                        + collision.sqlState(),
                                inBlock
                                        ? "Wrap it in a DO block that catches " + condition + "."
                                        : "Give it a file of its own, since no block can hold it.")
                        .fix(inBlock ? context.guardedBy(condition, context.statement()) : Optional.empty());
            }
        }
    }
}
