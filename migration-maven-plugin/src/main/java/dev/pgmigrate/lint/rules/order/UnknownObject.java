package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;

/** Reports a statement that needs what an earlier statement has dropped or renamed. */
final class UnknownObject extends StatementRule<Statement> {
    UnknownObject() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                TableStatement.AlterTable.class,
                CreateIndex.class,
                TableStatement.CreateTable.class,
                CreateTrigger.class,
                PolicyStatement.class,
                RuleStatement.class,
                DmlStatement.class,
                DropStatement.Drop.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Schema schema = context.schema().certain();
        if (context.guard().isPresent()) {
            return;
        }
        if (statement instanceof DropStatement drop) {
            drop(drop, schema, reporter);
            return;
        }
        for (ObjectName name : RelationUses.of(context)) {
            if (Absence.ofRelation(name.qualified(), schema) && !isMadeHere(name, context)) {
                report(name, ObjectType.TABLE.words() + " `" + name + "`", SqlState.UNDEFINED_TABLE, reporter);
            }
        }
        if (statement instanceof CreateTrigger trigger
                && Absence.ofRoutine(trigger.function().qualified(), schema)) {
            ObjectName function = trigger.function();
            report(function, "function `" + function + "()`", SqlState.UNDEFINED_FUNCTION, reporter);
        }
    }

    /** A foreign key of a new table may refer to the table itself. */
    private static boolean isMadeHere(ObjectName name, LintContext context) {
        return context.statement() instanceof TableStatement.CreateTable create
                && context.schemaAfter()
                        .resolve(create.name())
                        .equals(context.schemaAfter().resolve(name));
    }

    private static void drop(DropStatement drop, Schema schema, Reporter reporter) {
        if (drop.ifExists()) {
            return;
        }
        for (ObjectReference object : drop.objects()) {
            switch (object.type()) {
                case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> {
                    if (Absence.ofRelation(object.name().qualified(), schema)) {
                        report(object, Words.of(object), SqlState.UNDEFINED_TABLE, reporter);
                    }
                }
                default -> {}
            }
        }
    }

    private static void report(Node at, String what, String sqlState, Reporter reporter) {
        reporter.report(
                at.range(),
                "The " + what + " is dropped or renamed by an earlier statement, and this one fails with " + sqlState,
                "Use its current name, or move the statement before the drop.");
    }
}
