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
import dev.pgmigrate.sql.ast.ObjectStatement;
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
                DropStatement.Drop.class,
                ObjectStatement.Comment.class,
                ObjectStatement.Rename.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Schema schema = context.schema().certain();
        if (context.isGuardedAgainst(SqlState.UNDEFINED_TABLE) || context.isGuardedAgainst(SqlState.UNDEFINED_OBJECT)) {
            return;
        }
        if (statement instanceof DropStatement drop) {
            drop(drop, schema, reporter);
            return;
        }
        if (statement instanceof ObjectStatement object) {
            part(object.object(), schema, reporter);
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
                case TRIGGER, RULE, POLICY -> part(object, schema, reporter);
                default -> {}
            }
        }
    }

    /** What a table does not have it never had, where its CREATE was seen. */
    private static void part(ObjectReference object, Schema schema, Reporter reporter) {
        ObjectName relation = object.parent();
        boolean isPart = object.type() == ObjectType.TRIGGER
                || object.type() == ObjectType.RULE
                || object.type() == ObjectType.POLICY;
        if (isPart
                && relation != null
                && schema.tableOrView(relation.qualified()).isPresent()
                && schema.presence(object).isAbsent()) {
            reporter.report(
                    object.range(),
                    "There is no " + Words.of(object) + ", and the statement fails with " + SqlState.UNDEFINED_OBJECT,
                    "Name one that is there, or leave the statement out.");
        }
    }

    private static void report(Node at, String what, String sqlState, Reporter reporter) {
        reporter.report(
                at.range(),
                "The " + what + " is dropped or renamed by an earlier statement, and this one fails with " + sqlState,
                "Use its current name, or move the statement before the drop.");
    }
}
