package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.EnumSet;
import java.util.Set;

/** Reports {@code CASCADE} on a drop, which takes along what nobody named. */
final class DropCascade extends StatementRule<Statement> {
    private static final String ADVICE = "Leave CASCADE out, and drop by name what the server then lists.";

    private static final Set<ObjectType> OTHERS = EnumSet.of(
            ObjectType.TYPE,
            ObjectType.DOMAIN,
            ObjectType.SCHEMA,
            ObjectType.FUNCTION,
            ObjectType.PROCEDURE,
            ObjectType.ROUTINE,
            ObjectType.AGGREGATE);

    /** CASCADE is noise there: nothing can depend on them. */
    private static final Set<ObjectType> ALONE = EnumSet.of(
            ObjectType.POLICY,
            ObjectType.TRIGGER,
            ObjectType.EVENT_TRIGGER,
            ObjectType.RULE,
            ObjectType.CAST,
            ObjectType.TRANSFORM,
            ObjectType.PUBLICATION,
            ObjectType.SUBSCRIPTION);

    DropCascade() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), DropStatement.class, AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof DropStatement drop
                && drop.cascade()
                && !OTHERS.contains(drop.objectType())
                && !ALONE.contains(drop.objectType())) {
            for (ObjectReference object : drop.objects()) {
                if (Drops.touchOthers(object, context)) {
                    reporter.report(object.range(), says(Words.of(object)), ADVICE);
                }
            }
        }
        if (statement instanceof AlterTable alter) {
            checkParts(alter, context, reporter);
        }
    }

    private static void checkParts(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.DropColumn drop : LiveTable.actions(alter, context, AlterTableAction.DropColumn.class)) {
            if (drop.cascade()) {
                reporter.report(drop.range(), says("column `" + drop.name().text() + "`"), ADVICE);
            }
        }
        for (AlterTableAction.DropConstraint drop :
                LiveTable.actions(alter, context, AlterTableAction.DropConstraint.class)) {
            if (drop.cascade()) {
                reporter.report(drop.range(), says("constraint `" + drop.name().text() + "`"), ADVICE);
            }
        }
    }

    private static String says(String object) {
        return "CASCADE drops with the " + object + " whatever depends on it, in production perhaps more than here";
    }
}
