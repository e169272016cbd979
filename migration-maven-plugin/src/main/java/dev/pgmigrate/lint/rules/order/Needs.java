package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be there when a statement runs, and what a statement makes, so that their order can be judged. */
final class Needs {
    private static final String SQL = "sql";

    private Needs() {}

    /** The kinds that are looked up by name, with the SQLSTATE of one that is not there. */
    enum Kind {
        TABLE("42P01"),
        TYPE("42704"),
        FUNCTION("42883");

        private final String sqlState;

        Kind(String sqlState) {
            this.sqlState = sqlState;
        }

        String sqlState() {
            return sqlState;
        }
    }

    /** A name as it is written, and what kind of object it has to be. */
    record Need(Kind kind, ObjectName name) {}

    /** Something by its full name. */
    record Thing(Kind kind, QualifiedName name) {
        /** Written out, because what a record brings is slow until the JVM is warm. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Thing thing && kind == thing.kind && name.equals(thing.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** Returns what a statement of the file, or of the body of an SQL function, which is checked when that is made, needs. */
    static List<Need> of(LintContext context) {
        Step step = context.step();
        List<Need> needs = new ArrayList<>();
        boolean body = step.place() == Place.FUNCTION_BODY;
        if (body && !isChecked(step)) {
            return needs;
        }
        if (!body) {
            RelationUses.changedOrReferenced(context).forEach(name -> needs.add(new Need(Kind.TABLE, name)));
            types(step.statement()).forEach(name -> needs.add(new Need(Kind.TYPE, name)));
        }
        if (step.statement() instanceof CreateTrigger trigger) {
            needs.add(new Need(Kind.FUNCTION, trigger.function()));
        }
        for (FuncCall call : context.nodes(FuncCall.class)) {
            if (!Volatility.isBuiltIn(call.name().qualified())) {
                needs.add(new Need(Kind.FUNCTION, call.name()));
            }
        }
        if (body || step.statement() instanceof ViewStatement) {
            RelationUses.queried(context).forEach(name -> needs.add(new Need(Kind.TABLE, name)));
        }
        return needs;
    }

    private static boolean isChecked(Step step) {
        boolean off = step.settings()
                .get("check_function_bodies")
                .filter(setting ->
                        setting.value().equals("off") || setting.value().equals("false"))
                .isPresent();
        // An SQL-standard body is no string, and read whatever the setting is (PostgreSQL manual, CREATE FUNCTION,
        // "sql_body").
        return step.outer() instanceof CreateFunction function
                && function.language().equals(SQL)
                && !(off && function.body() instanceof FunctionBody.Source);
    }

    private static List<ObjectName> types(Statement statement) {
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
        for (ColumnDef column : columns) {
            if (column.type() != null) {
                types.add(column.type().name());
            }
        }
        return types;
    }

    /** Returns what the statement makes; in the body of a function, what the statement around it does. */
    static @Nullable Thing made(Step step) {
        Statement statement = step.outer() == null ? step.statement() : step.outer();
        if (!(statement instanceof Making making)) {
            return null;
        }
        ObjectReference made = making.made();
        if (made == null) {
            return null;
        }
        Kind kind = kind(made.type());
        QualifiedName name = step.before().target(making, made).name().qualified();
        return kind == null ? null : new Thing(kind, name);
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
    static boolean isThere(Thing thing, Schema schema) {
        return switch (thing.kind()) {
            case TABLE -> schema.relationPresence(thing.name()).isPresent();
            case TYPE ->
                schema.typePresence(thing.name()).isPresent()
                        || schema.relationPresence(thing.name()).isPresent();
            case FUNCTION -> !schema.routines(thing.name()).isEmpty();
        };
    }
}
