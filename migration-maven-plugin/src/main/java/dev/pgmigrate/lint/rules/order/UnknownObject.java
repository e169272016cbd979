package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.IndexStatement.Reindex;
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
                Reindex.class,
                TableStatement.Definition.class,
                CreateTrigger.class,
                PolicyStatement.class,
                RuleStatement.class,
                DmlStatement.class,
                AlterDomain.class,
                Define.class,
                DropStatement.Drop.class,
                ObjectStatement.class);
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
            if (!toleratesAbsence(object)) {
                named(
                        object.object(),
                        Collision.sqlStateOfMissingToAlter(object.object().type()),
                        schema,
                        reporter);
            }
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
        } else if (statement instanceof TableStatement.AlterTable alter) {
            other(alter, schema, reporter);
        } else if (statement instanceof AlterDomain alter) {
            named(ObjectReference.of(ObjectType.DOMAIN, alter.name()), SqlState.UNDEFINED_OBJECT, schema, reporter);
        } else if (statement instanceof Reindex reindex && reindex.name() != null) {
            boolean isIndex = reindex.target() == IndexStatement.Target.INDEX;
            if (isIndex || reindex.target() == IndexStatement.Target.TABLE) {
                ObjectType type = isIndex ? ObjectType.INDEX : ObjectType.TABLE;
                named(ObjectReference.of(type, reindex.name()), SqlState.UNDEFINED_TABLE, schema, reporter);
            }
        }
        if (statement instanceof Define define
                && define.objectType() == ObjectType.TYPE
                && !define.definition().isEmpty()) {
            named(define.made(), SqlState.DUPLICATE_OBJECT, schema, reporter);
        }
        Prerequisites.types(statement).forEach(type -> type(type, context, reporter));
    }

    private static boolean toleratesAbsence(ObjectStatement statement) {
        return (statement instanceof ObjectStatement.Rename rename && rename.ifExists())
                || (statement instanceof ObjectStatement.SetSchema move && move.ifExists());
    }

    /** What is changed like a table: an index, with the one that it gets as a part, a view, a sequence, a type. */
    private static void other(TableStatement.AlterTable alter, Schema schema, Reporter reporter) {
        if (alter.objectType() == ObjectType.TABLE || alter.ifExists()) {
            return;
        }
        ObjectReference altered = ObjectReference.of(alter.objectType(), alter.name());
        named(altered, Collision.sqlStateOfMissingToAlter(altered.type()), schema, reporter);
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AttachPartition attach) {
                ObjectReference part = ObjectReference.of(ObjectType.INDEX, attach.partition());
                named(part, SqlState.UNDEFINED_TABLE, schema, reporter);
            }
        }
    }

    /** The name of a type may be that of a table's rows. */
    private static void type(ObjectName type, LintContext context, Reporter reporter) {
        Schema schema = context.schema().certain();
        if (Absence.ofType(type.qualified(), schema)
                && context.schemaAfter().relation(type.qualified()).isEmpty()) {
            report(type, ObjectType.TYPE.words() + " `" + type + "`", SqlState.UNDEFINED_OBJECT, reporter);
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
            named(object, Collision.sqlStateOfMissing(object.type()), schema, reporter);
        }
    }

    private static void named(ObjectReference object, String sqlState, Schema schema, Reporter reporter) {
        boolean gone = switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX ->
                Absence.ofRelation(object.name().qualified(), schema);
            case TYPE, DOMAIN ->
                Absence.ofType(object.name().qualified(), schema)
                        && schema.relation(object.name().qualified()).isEmpty();
            case EVENT_TRIGGER, EXTENSION, PUBLICATION ->
                schema.presence(object).isAbsent();
            default -> false;
        };
        if (gone) {
            report(object, Words.of(object), sqlState, reporter);
        }
    }

    private static void report(Node at, String what, String sqlState, Reporter reporter) {
        reporter.report(
                at.range(),
                "The " + what + " is dropped or renamed by an earlier statement, and this one fails with " + sqlState,
                "Use its current name, or move the statement before the drop.");
    }
}
