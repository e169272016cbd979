package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;

/** Reports {@code DROP TYPE … CASCADE}, which drops the columns of that type. */
final class DropTypeCascade extends StatementRule<DropStatement.Drop> {
    DropTypeCascade() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (!drop.cascade() || (drop.objectType() != ObjectType.TYPE && drop.objectType() != ObjectType.DOMAIN)) {
            return;
        }
        for (ObjectReference type : drop.objects()) {
            if (type.name()
                    .qualified()
                    .schema()
                    .filter(Schema.TEMPORARY::equals)
                    .isEmpty()) {
                reporter.report(
                        type.range(),
                        "CASCADE drops every column of type `" + type.name() + "` with its values",
                        "Leave CASCADE out; to change the type, make a new one and convert the columns first.");
            }
        }
    }
}
