package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.SequenceStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that a statement brings into the schema.
 *
 * @param kind table, column, index, constraint, view, type, function, trigger, policy, sequence or schema
 */
record NewName(String kind, Name name) {
    /** The kinds of statements that bring names. */
    static final Set<StatementKind> STATEMENTS = Set.of(
            StatementKind.ALTER_TABLE,
            StatementKind.COMPOSITE_TYPE,
            StatementKind.CREATE,
            StatementKind.CREATE_DOMAIN,
            StatementKind.CREATE_ENUM,
            StatementKind.CREATE_FOREIGN_TABLE,
            StatementKind.CREATE_FUNCTION,
            StatementKind.CREATE_POLICY,
            StatementKind.CREATE_SCHEMA,
            StatementKind.CREATE_SEQ,
            StatementKind.CREATE_TABLE_AS,
            StatementKind.CREATE_TRIG,
            StatementKind.INDEX,
            StatementKind.VIEW);

    /** Returns those of a statement, in no particular order. */
    static List<NewName> of(Statement statement) {
        List<NewName> names = new ArrayList<>();
        if (statement instanceof TableStatement.Definition table) {
            add("table", table.name().last(), names);
            table.elements().forEach(element -> element(element, names));
        } else if (statement instanceof TableStatement.CreateTableAs table) {
            add("table", table.name().last(), names);
            table.columns().forEach(column -> add("column", column, names));
        } else if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AddColumn column) {
                    element(column.column(), names);
                } else if (action instanceof AlterTableAction.AddConstraint constraint) {
                    element(constraint.constraint(), names);
                }
            }
        } else if (statement instanceof IndexStatement.CreateIndex index) {
            add("index", index.name(), names);
        } else if (statement instanceof ViewStatement.CreateView view) {
            add("view", view.name().last(), names);
        } else if (statement instanceof ViewStatement.CreateMaterializedView view) {
            add("view", view.name().last(), names);
        } else if (statement instanceof FunctionStatement.CreateFunction function) {
            add("function", function.name().last(), names);
        } else if (statement instanceof TriggerStatement.CreateTrigger trigger) {
            add("trigger", trigger.name(), names);
        } else if (statement instanceof PolicyStatement.CreatePolicy policy) {
            add("policy", policy.name(), names);
        } else if (statement instanceof SequenceStatement.CreateSequence sequence) {
            add("sequence", sequence.name().last(), names);
        } else if (statement instanceof SchemaStatement.CreateSchema schema) {
            add("schema", schema.name(), names);
        } else {
            type(statement, names);
        }
        return names;
    }

    private static void type(Statement statement, List<NewName> names) {
        if (statement instanceof TypeStatement.CreateEnum || statement instanceof TypeStatement.CreateCompositeType) {
            add("type", ((TypeStatement) statement).name().last(), names);
        } else if (statement instanceof DomainStatement.CreateDomain domain) {
            add("type", domain.name().last(), names);
        }
    }

    private static void element(TableElement element, List<NewName> names) {
        if (element instanceof ColumnDef column) {
            add("column", column.name(), names);
            column.constraints().forEach(constraint -> add("constraint", constraint.name(), names));
        } else if (element instanceof Constraint constraint) {
            add("constraint", constraint.name(), names);
        }
    }

    private static void add(String kind, @Nullable Name name, List<NewName> names) {
        if (name != null) {
            names.add(new NewName(kind, name));
        }
    }
}
