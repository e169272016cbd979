package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.Set;

/** Reports a statement that needs what an earlier statement has dropped or renamed. */
public final class UnknownObject implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(
                StatementKind.ALTER_TABLE,
                StatementKind.INDEX,
                StatementKind.CREATE,
                StatementKind.CREATE_TRIG,
                StatementKind.CREATE_POLICY,
                StatementKind.ALTER_POLICY,
                StatementKind.RULE,
                StatementKind.INSERT,
                StatementKind.UPDATE,
                StatementKind.DELETE,
                StatementKind.MERGE,
                StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        Schema schema = context.schema().certain();
        if (context.guard().conditional() || context.guard().hasHandlers()) {
            return;
        }
        if (context.statement() instanceof DropStatement drop) {
            drop(drop, schema, reporter);
            return;
        }
        for (ObjectName name : RelationUses.of(context)) {
            if (Absence.ofRelation(name.qualified(), schema) && !isMadeHere(name, context)) {
                report(name, ObjectType.TABLE.words() + " `" + name + "`", SqlState.UNDEFINED_TABLE, reporter);
            }
        }
        if (context.statement() instanceof CreateTrigger trigger
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
                "Name what it is called now, or move the statement in front of the drop.");
    }
}
