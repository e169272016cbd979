package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;

/** Reports a statement whose table or column the same file drops or renames later, so that a second run does not find it. */
public final class GoneOnSecondRun implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.IDEMPOTENCY;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.guard().conditional() || context.guard().hasHandlers()) {
            return;
        }
        Statement statement = context.statement();
        if (statement instanceof AlterTable alter && !alter.ifExists()) {
            if (!relation(alter.name(), context, reporter)) {
                alter.actions().forEach(action -> column(alter, action, context, reporter));
            }
        } else if (statement instanceof CreateIndex index) {
            relation(index.table(), context, reporter);
        } else if (statement instanceof CreateTrigger trigger) {
            relation(trigger.table(), context, reporter);
        } else if (statement instanceof PolicyStatement policy) {
            relation(policy.table(), context, reporter);
        } else if (statement instanceof DmlStatement dml) {
            relation(dml.relation().name(), context, reporter);
        }
    }

    private static boolean relation(ObjectName name, LintContext context, Reporter reporter) {
        QualifiedName resolved = context.schema().resolve(name);
        boolean gone = context.secondRun().relationPresence(resolved).isAbsent()
                && !context.schema().relationPresence(resolved).isAbsent();
        if (gone) {
            report(Words.of(ObjectType.TABLE, name.toString()), name.range(), reporter);
        }
        return gone;
    }

    private static void column(AlterTable alter, AlterTableAction action, LintContext context, Reporter reporter) {
        Name name = action instanceof AlterTableAction.AlterColumnType change
                ? change.column()
                : action instanceof AlterTableAction.SetNotNull change
                        ? change.column()
                        : action instanceof AlterTableAction.SetDefault change ? change.column() : null;
        if (name != null
                && isAbsent(alter.name(), name.text(), context.secondRun())
                && !isAbsent(alter.name(), name.text(), context.schema())) {
            report(Words.of(ObjectType.COLUMN, alter.name() + "." + name), name.range(), reporter);
        }
    }

    private static boolean isAbsent(ObjectName table, String column, Schema schema) {
        return schema.table(table)
                .filter(known -> known.columnPresence(column).isAbsent())
                .isPresent();
    }

    private static void report(String object, SourceRange range, Reporter reporter) {
        reporter.report(
                range,
                "The " + object + " is dropped or renamed later in this file, and a second run does not find it",
                "Split the file, or wrap the statement in a DO block that asks whether it is there.");
    }
}
