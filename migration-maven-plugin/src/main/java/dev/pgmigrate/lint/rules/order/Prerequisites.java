package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be there when a statement runs, and what a statement makes, so that their order can be judged. */
final class Prerequisites {

    private Prerequisites() {}

    /** The kinds that are looked up by name, with the SQLSTATE of one that is not there. */
    enum Kind {
        TABLE(SqlState.UNDEFINED_TABLE),
        TYPE(SqlState.UNDEFINED_OBJECT),
        FUNCTION(SqlState.UNDEFINED_FUNCTION);

        private final String sqlState;

        Kind(String sqlState) {
            this.sqlState = sqlState;
        }

        String sqlState() {
            return sqlState;
        }
    }

    /** A name as it is written, and what kind of object it has to be. */
    record Prerequisite(Kind kind, ObjectName name) {}

    /** Something by its full name. */
    record NamedObject(Kind kind, QualifiedName name) {
        /** Written out, because what a record brings is slow until the JVM is warm. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NamedObject object && kind == object.kind && name.equals(object.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** Returns what a statement of the file, or of the body of an SQL function, which is checked when that is made, needs. */
    static List<Prerequisite> of(LintContext context) {
        Step step = context.step();
        List<Prerequisite> needed = new ArrayList<>();
        boolean body = step.place() == Place.FUNCTION_BODY;
        if (body && !context.isCheckedBody()) {
            return needed;
        }
        if (!body) {
            RelationUses.changedOrReferenced(context).forEach(name -> needed.add(new Prerequisite(Kind.TABLE, name)));
            types(step.statement()).forEach(name -> needed.add(new Prerequisite(Kind.TYPE, name)));
        }
        if (step.statement() instanceof CreateTrigger trigger) {
            needed.add(new Prerequisite(Kind.FUNCTION, trigger.function()));
        }
        for (FuncCall call : context.nodes(FuncCall.class)) {
            if (!Volatility.isBuiltIn(call.name().qualified())) {
                needed.add(new Prerequisite(Kind.FUNCTION, call.name()));
            }
        }
        if (body || step.statement() instanceof ViewStatement) {
            RelationUses.queried(context).forEach(name -> needed.add(new Prerequisite(Kind.TABLE, name)));
        }
        return needed;
    }

    /** Returns the types of the columns and parameters that a statement makes. */
    static List<ObjectName> types(Statement statement) {
        List<ColumnDef> columns = new ArrayList<>();
        if (statement instanceof TableStatement.Definition create) {
            columns.addAll(create.columns());
        } else if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AddColumn add) {
                    columns.add(add.column());
                }
            }
        }
        List<ObjectName> types = new ArrayList<>();
        // Compiled ones are made before the base type that they serve, which is a shell until then (manual, CREATE
        // TYPE).
        if (statement instanceof CreateFunction function && !function.isCompiled()) {
            add(function.returns(), types);
            function.parameters().forEach(parameter -> add(parameter.type(), types));
            function.tableColumns().forEach(column -> add(column.type(), types));
        }
        for (ColumnDef column : columns) {
            add(column.type(), types);
        }
        return types;
    }

    private static void add(@Nullable TypeName type, List<ObjectName> types) {
        if (type != null && !type.percentType()) {
            types.add(type.name());
        }
    }

    /** Returns what the statement makes; in the body of a function, what the statement around it does. */
    static @Nullable NamedObject made(Step step) {
        boolean inFunction = step.place() == Place.FUNCTION_BODY && step.outer() != null;
        Statement statement = inFunction ? step.outer() : step.statement();
        if (!(statement instanceof Making making)) {
            return null;
        }
        ObjectReference made = making.made();
        if (made == null) {
            return null;
        }
        Kind kind = kind(made.type());
        QualifiedName name = step.before().target(making, made).name().qualified();
        return kind == null ? null : new NamedObject(kind, name);
    }

    private static @Nullable Kind kind(ObjectType type) {
        return switch (type) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> Kind.TABLE;
            case FUNCTION, PROCEDURE, AGGREGATE -> Kind.FUNCTION;
            case TYPE, DOMAIN -> Kind.TYPE;
            default -> null;
        };
    }

    /** Returns whether it is known to be there. */
    static boolean isThere(NamedObject object, Schema schema) {
        return switch (object.kind()) {
            case TABLE -> schema.relationPresence(object.name()).isPresent();
            case TYPE ->
                schema.typePresence(object.name()).isPresent()
                        || schema.relationPresence(object.name()).isPresent();
            case FUNCTION -> !schema.routines(object.name()).isEmpty();
        };
    }
}
