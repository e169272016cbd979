package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Locale;
import java.util.Optional;

/** Reports a drop that a second run refuses, because the file makes something of another kind under that name. */
final class DropOfOtherKind extends StatementRule<Drop> {
    DropOfOtherKind() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Drop.class);
    }

    @Override
    protected void check(Drop drop, LintContext context, Reporter reporter) {
        if (!context.isGuardedAgainst(SqlState.WRONG_OBJECT_TYPE)) {
            for (ObjectReference object : drop.objects()) {
                Optional<ObjectType> again = context.secondRun().otherKind(object);
                if (again.isPresent() && context.schema().otherKind(object).isEmpty()) {
                    String condition = ErrorConditions.nameOf(SqlState.WRONG_OBJECT_TYPE);
                    String words = drop.objectType().words().toUpperCase(Locale.ROOT);
                    Optional<Fix> fix =
                            drop.objects().size() == 1 ? context.guardedBy(condition, drop) : Optional.empty();
                    reporter.report(
                                    object.range(),
                                    "`" + object.name() + "` is "
                                            + (again.get() == ObjectType.INDEX ? "an " : "a ")
                                            + again.get().words()
                                            + " when the file runs again, and DROP " + words + " fails with "
                                            + SqlState.WRONG_OBJECT_TYPE,
                                    "Wrap it in a DO block that catches " + condition + ".")
                            .fix(fix);
                }
            }
        }
    }
}
